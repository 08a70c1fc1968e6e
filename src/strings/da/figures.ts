import type { figures as english } from '../en/figures.ts';

/** What moderators read about how often questions are answered, in Danish. */
export const figures = {
  title: (days) => (days === 1 ? 'I dag' : `De sidste ${days} dage`),
  nothing: 'Ingen har spurgt om noget.',
  asked: (count) => `${count} spørgsmål`,
  answered: 'besvaret',
  pinned: '· faste svar',
  unsure: 'forslag',
  unknown: 'intet svar',
  votes: (percent, count) => `👍 ${percent} % af ${count === 1 ? '1 stemme' : `${count} stemmer`}`,
  noVotes: 'Ingen har givet tommel op eller ned.',
  most: 'Mest spurgt',
  unread: 'Jeg kan ikke få fat i tallene lige nu: databasen svarer ikke. Prøv igen om lidt.',
} satisfies typeof english;

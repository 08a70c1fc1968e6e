import type { figures as english } from '../en/figures.ts';

const shortDay = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short', timeZone: 'UTC' });

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
  changed: (before, now, days) =>
    `Besvaret uden hjælp: **${before} → ${now} %** (${days === 1 ? 'dagen' : `de ${days} dage`} før → nu)`,
  pinShare: (percent) => `, heraf ${percent} % med faste svar`,
  never: (count, of, names) => `Aldrig spurgt: ${count} af ${of} afsnit, fx ${names.join(' · ')}`,
  most: 'Mest spurgt',
  chart: {
    perDay: 'Spørgsmål pr. dag',
    perWeek: 'Spørgsmål pr. uge',
    day: (date) => shortDay.format(date),
    kinds: {
      found: 'besvaret fra artiklerne',
      pinned: 'faste svar',
      unsure: 'forslag',
      unknown: 'intet svar',
    },
    alt: (asked, answered, unsure, unknown) =>
      `Spørgsmål over tid. Af ${asked} spørgsmål blev ${answered} besvaret, ${unsure} fik forslag og ${unknown} intet svar.`,
  },
  unread: 'Jeg kan ikke få fat i tallene lige nu: databasen svarer ikke. Prøv igen om lidt.',
} satisfies typeof english;

/** What moderators read about how often questions are answered. */
export const figures = {
  title: (days: number) => (days === 1 ? 'Today' : `The last ${days} days`),
  nothing: 'Nobody has asked anything.',
  asked: (count: number) => (count === 1 ? '1 question' : `${count} questions`),
  answered: 'answered',
  pinned: '· fixed answers',
  unsure: 'suggestions',
  unknown: 'no answer',
  votes: (percent: number, count: number) =>
    `👍 ${percent} % of ${count === 1 ? '1 vote' : `${count} votes`}`,
  noVotes: 'Nobody has voted.',
  most: 'Most asked',
  unread:
    'I cannot get at the figures just now: the database does not respond. Please try again in a moment.',
};

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

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
  changed: (before: number, now: number, days: number) =>
    `Answered without help: **${before} → ${now}%** (the ${days === 1 ? 'day' : `${days} days`} before → now)`,
  pinShare: (percent: number) => `, ${percent}% by fixed answers`,
  never: (count: number, of: number, names: readonly string[]) =>
    `Never asked: ${count} of ${of} passages, such as ${names.join(' · ')}`,
  most: 'Most asked',
  chart: {
    perDay: 'Questions a day',
    perWeek: 'Questions a week',
    day: (date: Date) => shortDay.format(date),
    kinds: {
      found: 'answered from the articles',
      pinned: 'fixed answers',
      unsure: 'suggestions',
      unknown: 'no answer',
    },
    /** What the picture shows, for who cannot see it. */
    alt: (asked: number, answered: number, unsure: number, unknown: number) =>
      `Questions over time. Of ${asked} questions ${answered} were answered, ${unsure} got suggestions and ${unknown} no answer.`,
  },
  unread:
    'I cannot get at the figures just now: the database does not respond. Please try again in a moment.',
};

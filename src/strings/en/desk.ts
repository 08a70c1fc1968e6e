const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** What moderators are written in their channel, and what members read who ask for a person. */
export const desk = {
  call: (mention: string): string => `🙋 ${mention} would like an answer from a person:`,
  inPrivate: 'Asked privately, so there is no message to link to.',
  questionGone: 'I can no longer read the question. Please ask it again, and then press the button.',
  told: {
    asked: 'The moderators have your question now. Somebody will answer you here.',
    already: 'The moderators have that question already.',
    'not-set': 'The moderators can no longer be reached through me here. Please write to one of them.',
    'not-reached': 'I could not reach the moderators just now. Please write to one of them.',
  },
  settings: {
    desk: (channel: string): string =>
      `I write to the moderators in ${channel}: when a member asks for a person, a summary every Monday morning, and when an article cannot be read.`,
    noDesk:
      'I write to the moderators nowhere. Choose a channel with `/settings moderators channel:`, and members can ask a person.',
    notify: (role: string): string => `When a member asks for a person, ${role} is notified.`,
    noNotify: 'Nobody is notified when a member asks for a person.',
    notMentionable: (role: string): string =>
      `⚠️ ${role} cannot be mentioned by everyone, so nobody will be notified. Turn that on in the role's own settings.`,
    cannotWrite: (channel: string): string =>
      `⚠️ I may not write in ${channel}: I need “View Channel” and “Send Messages” there.`,
    notifyAlone: 'Choose a channel first: the role is notified there.',
  },
  digest: {
    title: 'The week in questions',
    asked: (count: number): string => (count === 1 ? '1 question' : `${count} questions`),
    answered: (percent: number): string => `${percent}% answered without help`,
    changed: (before: number, percent: number): string => `answered without help: ${before} → ${percent}%`,
    votes: (percent: number, count: number): string =>
      `👍 ${percent}% of ${count === 1 ? '1 vote' : `${count} votes`}`,
    gaps: (count: number): string => `Unanswered: ${count === 1 ? '1 topic' : `${count} topics`}`,
    offers: (count: number): string =>
      count === 1 ? '1 suggestion for you' : `${count} suggestions for you`,
    stale: 'To be looked at again',
    staleLine: (title: string, date: Date): string => `${title} · by ${day.format(date)}`,
    more: (count: number): string => `and ${count} more`,
    allGaps: 'All unanswered',
    allOffers: 'All suggestions',
  },
  reload: {
    kept: 'An article cannot be read as it is now. Its last good version still answers.',
    keptMany: (count: number): string =>
      `${count} articles cannot be read as they are now. Their last good versions still answer.`,
    file: (name: string, line: number | null): string => (line === null ? name : `${name}, line ${line}`),
    unreadable: 'The articles cannot be read. Those from before still answer.',
    held: (gone: number, of: number): string =>
      `${gone} of ${of} articles are gone at once. They go on answering for a minute, in case that is a mistake.`,
    unwatched: 'Changes of the articles are no longer noticed. Whoever runs me should restart me.',
  },
};

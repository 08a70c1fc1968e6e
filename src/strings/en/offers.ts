const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const quoted = (text: string): string => `“${text}”`;

/** What moderators are offered. */
export const offers = {
  title: (count: number): string => `Suggestions for you: ${count}`,
  button: (count: number): string => `Suggestions: ${count}`,
  empty: 'I have no suggestions just now.',
  picked: (number: number, count: number, question: string, others: number, answer: string): string =>
    `**${number}** ${quoted(question)}${others === 0 ? '' : ` and ${others === 1 ? '1 other wording' : `${others} other wordings`}`}: people picked ${answer} ${count} times. Make it the fixed answer?`,
  instead: (number: number, count: number, question: string, answer: string): string =>
    `**${number}** ${quoted(question)} was answered, and ${count} times people said that it did not help; some picked ${answer} instead. Make that the fixed answer?`,
  downvoted: (number: number, count: number, question: string): string =>
    `**${number}** ${quoted(question)} was answered, and ${count} times people said that it did not help. Which answer is right?`,
  unused: (number: number, question: string, since: Date): string =>
    `**${number}** The fixed answer to ${quoted(question)} has answered nobody since ${day.format(since)}. Remove it?`,
  covered: (number: number, question: string): string =>
    `**${number}** The articles now answer ${quoted(question)} by themselves. Retire the fixed answer?`,
  accept: {
    picked: (number: number): string => `📌 ${number}`,
    downvoted: (number: number): string => `📌 ${number}`,
    unused: (number: number): string => `Remove ${number}`,
    covered: (number: number): string => `Retire ${number}`,
  },
  decline: 'No, thank you to …',
  declined: (question: string): string => `I will not suggest that for ${quoted(question)} again.`,
  restored: (question: string): string => `${quoted(question)} is among the suggestions again.`,
  undo: 'Undo',
  toList: 'Back to the list',
  gone: 'That suggestion no longer applies.',
  unread:
    'I cannot get at the suggestions just now: the database does not respond. Please try again in a moment.',
  page: (page: number, of: number): string => `Page ${page} of ${of}`,
  previous: 'Previous',
  next: 'Next',
};

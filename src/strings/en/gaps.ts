const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const quoted = (text: string): string => `“${text}”`;

/** What moderators read about questions that nothing answers well. */
export const gaps = {
  title: (count: number) => `Unanswered: ${count === 1 ? '1 topic' : `${count} topics`}`,
  empty: 'There are no unanswered questions.',
  line: (number: number, question: string, count: number, last: Date) =>
    `**${number}** ${question} · ${count === 1 ? 'asked once' : `asked ${count} times`}, last on ${day.format(last)}`,
  also: (texts: readonly string[]) => `Also: ${texts.map(quoted).join(' · ')}`,
  nearest: (heading: string, source: string) => `Nearest: ${heading} · ${source}`,
  edit: 'edit the article',
  pin: (number: number) => `📌 ${number}`,
  ignore: 'Leave a topic out …',
  erase: 'Delete a question for good …',
  ignored: (count: number) => `Left out: ${count}`,
  nothingIgnored: 'Nothing is left out.',
  back: (number: number) => `Put ${number} back`,
  dropped: (question: string) => `${quoted(question)} is left out of the list from now on.`,
  restored: (question: string) => `${quoted(question)} is back in the list.`,
  undo: 'Undo',
  toList: 'Back to the list',
  eraseWhich: (question: string) => `Which wording of ${quoted(question)} should be deleted for good?`,
  eraseOne: 'Choose a wording …',
  erased: (count: number) =>
    count === 1 ? '1 question is deleted for good.' : `${count} questions are deleted for good.`,
  notErased:
    'The database is busy or does not respond. It may not be deleted yet; please try again in a moment.',
  gone: 'That question is no longer in the list: it has been answered or deleted, or was too old.',
  unread:
    'I cannot get at the questions just now: the database does not respond. Please try again in a moment.',
  slow: 'I am still going through the questions. Please press again in a moment.',
  page: (page: number, of: number) => `Page ${page} of ${of}`,
  previous: 'Previous',
  next: 'Next',
};

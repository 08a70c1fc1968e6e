/**
 * Discord's limits as plain data (API v10). Lengths are checked in UTF-16 units, which are never
 * fewer than the characters Discord counts, so that a text within them is within Discord's.
 */
export const limits = {
  content: 2000,
  buttonLabel: 80,
  customId: 100,
  buttonsPerRow: 5,
  selectOptions: 25,
  selectLabel: 100,
  selectDescription: 100,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  commandName: 32,
  commandDescription: 100,
  messageCommands: 15,
  nonce: 25,
} as const;

/** Our own measures. */
export const measures = {
  /** Body of a public answer; longer ones are cut between paragraphs. */
  body: 900,
  /** A list of suggestions; each has a button, so that all are shown. */
  suggestions: 1600,
  /** A quoted question; long enough to be asked again from the quote. */
  quote: 300,
  title: 200,
  /** Messages sent for one press or one private answer before the reader is asked whether to go on. */
  pagesAtOnce: 5,
  /** Widest table row that a phone shows without wrapping inside a code block. */
  tableColumns: 42,
  topicsPerPage: 20,
} as const;

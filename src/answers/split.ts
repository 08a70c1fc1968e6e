/** At most so many questions of one message are answered. */
export const mostQuestions = 3;
/** A shorter piece is a fragment of what stands beside it. */
const fewestWords = 3;

/**
 * The questions a message holds: what ends in a question mark, each with the sentences before it, else the whole. At
 * least one, at most three, in order; text beyond stays with the last.
 */
export function splitQuestions(text: string): readonly string[] {
  const pieces = text
    .split(/(?<=[?？¿؟])\s+|\n{2,}/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const questions: string[] = [];
  let pending = '';
  for (const piece of pieces) {
    const joined = pending === '' ? piece : `${pending} ${piece}`;
    const isQuestion = /[?？؟]\W*$/u.test(piece) && piece.split(/\s+/u).length >= fewestWords;
    if (isQuestion) questions.push(joined);
    pending = isQuestion ? '' : joined;
  }
  // What follows the last question explains it.
  if (questions.length === 0) return [text.trim()];
  if (pending !== '') questions.push(`${questions.pop() ?? ''} ${pending}`.trim());
  return questions.slice(0, mostQuestions);
}

/** A shorter piece is a fragment of what stands beside it. */
const fewestWords = 3;
const endsAsQuestion = /[?？؟]["'”»)\]]*$/u;
/** `1)`, `2.`, `a)` or `-` before a question of a list. */
const itemMark = /^\s*(?:\(?(?:\d{1,2}|[a-z])[.)]|[-*•])\s+/iu;

/**
 * The questions a message holds, at least one, in order: the items of a list; else what ends in a question mark, each with
 * the sentences before it; else the whole. What follows the last question explains it.
 */
export function splitQuestions(text: string): readonly string[] {
  const items = itemsOf(text);
  if (items !== null) return items;
  const questions: string[] = [];
  let pending = '';
  for (const piece of piecesOf(text)) {
    const joined = pending === '' ? piece : `${pending} ${piece}`;
    const isQuestion = endsAsQuestion.test(piece) && wordsOf(piece) >= fewestWords;
    if (isQuestion) questions.push(joined);
    pending = isQuestion ? '' : joined;
  }
  if (questions.length === 0) return [text.trim()];
  if (pending !== '') questions.push(`${questions.pop() ?? ''} ${pending}`);
  return questions;
}

const piecesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[?？؟])\s+|\n{2,}/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

const wordsOf = (text: string): number => text.split(/\s+/u).length;

/** `1) … 2) …`, on lines of their own or in one: each item a question. Null where a text is no such list. */
function itemsOf(text: string): readonly string[] | null {
  const lines = numbered(text) ?? text.split(/\n+/u).filter((line) => line.trim() !== '');
  const marked = lines.findIndex((line) => itemMark.test(line));
  const items = marked < 0 ? [] : lines.slice(marked);
  if (items.length < 2 || marked > 1 || !items.every((line) => itemMark.test(line))) return null;
  const bare = items.map((line) => line.replace(itemMark, '').trim()).filter((item) => item !== '');
  const isAsked = bare.length > 1 && bare.every((item) => wordsOf(item) >= 2);
  return isAsked ? bare : null;
}

/** Cuts `1) … 2) … 3) …` before each number that continues the count; null where fewer than two are counted. */
function numbered(text: string): readonly string[] | null {
  const starts: number[] = [];
  for (const { index, 1: number = '' } of text.matchAll(/(?<=^|\s)\(?(\d{1,2})[.)](?=\s)/gu)) {
    if (Number(number) === starts.length + 1) starts.push(index);
  }
  if (starts.length < 2) return null;
  const items = starts.map((start, place) => text.slice(start, starts[place + 1]).trim());
  const before = text.slice(0, starts[0]).trim();
  return before === '' ? items : [before, ...items];
}

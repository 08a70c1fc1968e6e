const importLine =
  /^import\s+(?:type\s+)?(?:[\w$*{][^'"\n;]*(?:\n[^'"\n;]*)*?\sfrom\s+)?(?:'[^'\n]+'|"[^"\n]+")[ \t]*;?[ \t]*(?=\n|$)/u;
const exportStart =
  /^export\s+(?:(?:async\s+)?function\*?\s|(?:const|let|var|class)\s+[\w$]+|default[\s{(<[]|\{|\*\s)/u;
/** Longer statements than anyone writes in an article are taken for one block. */
const longest = 20_000;

/** A block or more of `import` and `export` statements. */
export interface Statements {
  /** Offset behind them. */
  readonly end: number;
  /** Whether every bracket is closed. */
  readonly isClosed: boolean;
}

/**
 * The `import` or `export` statements that begin at an offset: up to the end of the first block in which every bracket
 * is closed. Null where none begins there.
 * @param reach how many characters they may have
 */
export function statementsAt(source: string, start: number, reach = longest): Statements | null {
  const text = source.slice(start, start + Math.min(reach, longest));
  if (!importLine.test(text) && !exportStart.test(text)) return null;
  let depth = 0;
  let quote = '';
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place] ?? '';
    if (quote !== '') {
      if (letter === '\\') place += 1;
      else if (letter === quote || (letter === '\n' && quote !== '`')) quote = '';
    } else if (quotes.includes(letter)) quote = letter;
    else if (opening.includes(letter)) depth += 1;
    else if (closing.includes(letter)) depth -= 1;
    else if (letter === '\n' && depth <= 0 && isBlank(text, place + 1))
      return { end: start + place, isClosed: true };
  }
  if (depth <= 0) return { end: start + text.length, isClosed: true };
  // A bracket that never closes hides no more than its own block.
  const blank = text.search(/\n[ \t]*\n/u);
  return { end: start + (blank < 0 ? text.length : blank), isClosed: false };
}

const quotes = '"\'`';
const opening = '([{';
const closing = ')]}';

/** Whether the line that begins there is blank. */
function isBlank(text: string, from: number): boolean {
  let place = from;
  while (text[place] === ' ' || text[place] === '\t') place += 1;
  return place >= text.length || text[place] === '\n';
}

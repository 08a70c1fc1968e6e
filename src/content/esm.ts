const importLine =
  /^import\s+(?:type\s+)?(?:[\w$*{][^'"\n;]*(?:\n[^'"\n;]*)*?\sfrom\s+)?(?:'[^'\n]+'|"[^"\n]+")[ \t]*;?[ \t]*(?=\n|$)/u;
const exportStart =
  /^export\s+(?:(?:async\s+)?function\*?\s|(?:const|let|var|class)\s+[\w$]+|default[\s{(<[]|\{|\*\s)/u;
const longest = 20_000;

/**
 * Where the `import` or `export` statements end that begin there: at the end of the first block in which every
 * bracket is closed. The start itself where none begins.
 */
export function esmEnd(source: string, start: number): number {
  const text = source.slice(start, start + longest);
  if (!importLine.test(text) && !exportStart.test(text)) return start;
  let depth = 0;
  let quote = '';
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place] ?? '';
    if (quote !== '') {
      if (letter === '\\') place += 1;
      else if (letter === quote || (letter === '\n' && quote !== '`')) quote = '';
    } else if (/["'`]/u.test(letter)) quote = letter;
    else if (/[([{]/u.test(letter)) depth += 1;
    else if (/[)\]}]/u.test(letter)) depth -= 1;
    else if (letter === '\n' && depth <= 0 && /^[ \t]*(?:\n|$)/u.test(text.slice(place + 1, place + 200)))
      return start + place;
  }
  // A bracket that never closes hides no more than its own block.
  const blank = text.search(/\n[ \t]*\n/u);
  return depth <= 0 ? start + text.length : start + (blank < 0 ? text.length : blank);
}

import { unescapeLine } from './escape.ts';

/** One answer of a post that holds several: from the line that quotes its question up to the next. */
export interface Part {
  /** As it was quoted. */
  readonly question: string;
  readonly text: string;
}

/** A post that holds several answers, cut where each begins; joined by empty lines it is the post. */
export interface Parts {
  /** Whom it is for; empty for nobody in particular. */
  readonly above: string;
  readonly parts: readonly Part[];
  /** What is said below all of them; empty where nothing is. */
  readonly below: string;
}

const gap = '\n\n';

/**
 * The answers of one of our posts; null where it holds one only. An answer begins with a quoted line directly above its
 * title: no text of an article has that, for there an empty line stands below a quote.
 */
export function partsOf(content: string): Parts | null {
  const lines = content.split('\n');
  const starts = startsOf(lines);
  if (starts.length < 2) return null;
  const above = lines.slice(0, starts[0]).join('\n');
  const texts = starts.map((start, place) =>
    lines
      .slice(start, starts[place + 1])
      .join('\n')
      .trimEnd(),
  );
  const { last, below } = withoutBelow(texts.at(-1) ?? '');
  return {
    above,
    parts: [...texts.slice(0, -1), last].map((text) => ({ question: quotedIn(text), text })),
    below,
  };
}

/** The post that `partsOf` has cut. */
export function joinParts({ above, parts, below }: Parts): string {
  const answers = parts.map(({ text }) => text).join(gap);
  const top = above === '' ? answers : `${above}\n${answers}`;
  return below === '' ? top : `${top}${gap}${below}`;
}

/** The question of one answer of a post; null where the post holds one answer only, or not so many. */
export const partQuestion = (content: string, part: string): string | null =>
  partsOf(content)?.parts[Number(part)]?.question ?? null;

const quotedIn = (text: string): string => unescapeLine(text.split('\n', 1)[0]?.slice('> '.length) ?? '');

function startsOf(lines: readonly string[]): readonly number[] {
  const starts: number[] = [];
  let inCode = false;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('```')) inCode = !inCode;
    if (!inCode && isStart(line, lines[index - 1] ?? '', lines[index + 1] ?? '', index)) starts.push(index);
  }
  return starts;
}

/** The first may stand below the line that names whom it is for, the others below an empty one. */
const isStart = (line: string, before: string, after: string, index: number): boolean =>
  line.startsWith('> ') && (before === '' || index === 1) && after !== '' && !/^(?:> |-# |…$)/u.test(after);

/** Small print that stands alone is about the post; that of an answer follows its text. */
function withoutBelow(text: string): { readonly last: string; readonly below: string } {
  const at = text.lastIndexOf(gap);
  const below = text.slice(at + gap.length);
  const isBelow = at >= 0 && below.startsWith('-# ') && !below.includes('\n');
  return isBelow ? { last: text.slice(0, at), below } : { last: text, below: '' };
}

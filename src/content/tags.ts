/** A tag of HTML or JSX, or a comment, as written. Offsets are those of the text that was scanned. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'self' | 'comment';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the name and the end. */
  readonly attributes: string;
}

const name = /[A-Za-z][\w.:-]*/uy;

/** The tags and comments of HTML or JSX, in order. What is no tag is passed over. */
export function tagsIn(text: string): Tag[] {
  const tags: Tag[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const tag = text.startsWith('<!--', at) ? commentAt(text, at) : tagAt(text, at);
    // Where one tag has no end, none of those behind it has: looking again for each would take squares.
    if (tag === 'open') break;
    if (tag !== null) tags.push(tag);
    at = tag?.end ?? at + 1;
  }
  return tags;
}

function commentAt(text: string, start: number): Tag {
  const mark = text.indexOf('-->', start + 4);
  const end = mark < 0 ? text.length : mark + 3;
  return { kind: 'comment', name: '!--', start, end, attributes: '' };
}

/** The tag that begins there; null where none does, `open` where the text ends within it. */
function tagAt(text: string, start: number): Tag | 'open' | null {
  const isClose = text[start + 1] === '/';
  name.lastIndex = start + (isClose ? 2 : 1);
  const found = name.exec(text)?.[0];
  if (found === undefined) return null;
  const from = name.lastIndex;
  let quote = '';
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === '{') depth += 1;
    else if (letter === '}') depth -= 1;
    else if (depth <= 0 && letter === '<') return null;
    else if (depth <= 0 && letter === '>') {
      const isSelf = text[at - 1] === '/';
      const kind = isClose ? 'close' : isSelf ? 'self' : 'open';
      const attributes = text.slice(from, isSelf ? at - 1 : at);
      return { kind, name: found, start, end: at + 1, attributes };
    }
  }
  return 'open';
}

const attribute =
  /([\p{L}_][\p{L}\p{N}_:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)\s*\}|([^\s"'{}<>=]+))/gu;

/** Attributes whose value is a string, by name in small letters, as written. */
export function attributesOf(written: string): ReadonlyMap<string, string> {
  const found = Array.from(written.matchAll(attribute), ([, key = '', ...values]): [string, string] => [
    key.toLowerCase(),
    values.find((value) => value !== undefined) ?? '',
  ]);
  return new Map(found);
}

/** An element: from its first tag to its last, with those within it. */
export interface Element {
  readonly name: string;
  readonly attributes: string;
  /** Start of its first tag, end of it, start of its last tag, end of that. */
  readonly start: number;
  readonly inner: number;
  readonly innerEnd: number;
  readonly end: number;
  readonly isClosed: boolean;
  readonly children: Element[];
}

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Elements deeper than this are read as siblings: keeps walks short. */
const deepest = 60;

/** Pairs tags to a forest of elements. One that is not closed ends with what holds it. */
export function elementsOf(tags: readonly Tag[], end: number): Element[] {
  const roots: Element[] = [];
  const open: Element[] = [];
  for (const tag of tags) {
    if (tag.kind === 'comment') continue;
    if (tag.kind === 'close') {
      close(open, tag);
      continue;
    }
    const element = elementAt(tag);
    (open.at(-1)?.children ?? roots).push(element);
    if (tag.kind === 'open' && !empty.has(tag.name.toLowerCase()) && open.length < deepest)
      open.push(element);
  }
  for (const element of open) Object.assign(element, { innerEnd: end, end, isClosed: false });
  return roots;
}

const elementAt = ({ name: called, attributes, start, end }: Tag): Element => ({
  name: called,
  attributes,
  start,
  inner: end,
  innerEnd: end,
  end,
  isClosed: true,
  children: [],
});

function close(open: Element[], tag: Tag): void {
  const place = open.findLastIndex((element) => element.name === tag.name);
  if (place < 0) return;
  const [closed, ...within] = open.splice(place);
  for (const element of within)
    Object.assign(element, { innerEnd: tag.start, end: tag.start, isClosed: false });
  if (closed !== undefined) Object.assign(closed, { innerEnd: tag.start, end: tag.end });
}

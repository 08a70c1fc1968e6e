/** What formatting is written with: closed where a text is cut, and opened again behind the cut. */
export interface Mark {
  readonly open: string;
  readonly close: string;
  /** Blanks and line ends inside are text. */
  readonly isFence: boolean;
}

/** A piece of Markdown that is never divided. */
export type Token =
  | { readonly kind: 'open' | 'close'; readonly text: string; readonly mark: Mark }
  | { readonly kind: 'blank' | 'text'; readonly text: string };

/** A longer link is divided into several to the same place. */
const longestLink = 300;
/** A longer word is divided between characters. */
const longestWord = 60;

const fence = /([ >]*)```([\w+#-]*)\n([\s\S]*?)\n[ >]*```(?=\n|$)/uy;
const rules = {
  escape: /\\[\s\S]/uy,
  address: /<https?:[^<>\s]+>/uy,
  link: /\[((?:\\[\s\S]|[^\]\\])*)\]\((<?https?:[^()<>\s]+>?)\)/uy,
  code: /(`` |`)([^`][\s\S]*?)(?<!`)( ``|`)(?!`)/uy,
  mark: /\*\*|~~|\*/uy,
  /** Indentation before a fence is the fence's. */
  blank: /\s*\n(?=[ >]+```)|\s+/uy,
  word: /[^\s\\*~`[<]+/uy,
} as const;

/**
 * Markdown as Svar writes it, in tokens that joined are the text. What is opened and never closed is text.
 * `**a \* b**` → open `**`, `a`, blank, `\*`, blank, `b`, close `**`.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  /** Places in `tokens` of marks that are open. */
  const open: number[] = [];
  let at = 0;
  while (at < text.length) {
    const found = fenceAt(text, at) ?? codeAt(text, at) ?? linkAt(text, at) ?? plainAt(text, at);
    if (found !== null) {
      tokens.push(...found.tokens);
      at += found.length;
      continue;
    }
    const mark = matchAt(rules.mark, text, at)?.[0] ?? text[at] ?? '';
    // `***` closes the emphasis that was opened last before the strong text around it.
    const isInner = mark === '**' && text[at + 2] === '*' && tokens[open.at(-1) ?? -1]?.text === '*';
    const written = isInner ? '*' : mark;
    pushMark(tokens, open, written, { before: text[at - 1] ?? ' ', after: text[at + written.length] ?? ' ' });
    at += written.length;
  }
  for (const place of open) demote(tokens, place);
  return tokens;
}

interface Found {
  readonly tokens: readonly Token[];
  readonly length: number;
}

function matchAt(rule: RegExp, text: string, at: number): RegExpExecArray | null {
  rule.lastIndex = at;
  return rule.exec(text);
}

const marked = (mark: Mark, inner: readonly Token[], length: number): Found => ({
  tokens: [{ kind: 'open', text: mark.open, mark }, ...inner, { kind: 'close', text: mark.close, mark }],
  length,
});

function fenceAt(text: string, at: number): Found | null {
  if (at > 0 && text[at - 1] !== '\n') return null;
  const [whole, indent = '', language = '', code = ''] = matchAt(fence, text, at) ?? [];
  if (whole === undefined) return null;
  const open = `${indent}\`\`\`${language}\n`;
  return marked(
    { open, close: whole.slice(open.length + code.length), isFence: true },
    linesOf(code),
    whole.length,
  );
}

/** Lines of code, their indentation kept. */
const linesOf = (code: string): readonly Token[] =>
  code
    .split(/(\n)/u)
    .flatMap((line): Token[] => (line === '\n' ? [{ kind: 'blank', text: line }] : pieces(line)));

function codeAt(text: string, at: number): Found | null {
  const [whole, open = '', code = '', close = ''] = matchAt(rules.code, text, at) ?? [];
  if (whole === undefined || open.trim() !== close.trim()) return null;
  return marked({ open, close, isFence: false }, wordsOf(code), whole.length);
}

function linkAt(text: string, at: number): Found | null {
  const [address] = matchAt(rules.address, text, at) ?? [];
  if (address !== undefined) return { tokens: [{ kind: 'text', text: address }], length: address.length };
  const [whole, label = '', url = ''] = matchAt(rules.link, text, at) ?? [];
  if (whole === undefined) return null;
  if (whole.length <= longestLink) return { tokens: [{ kind: 'text', text: whole }], length: whole.length };
  return marked({ open: '[', close: `](${url})`, isFence: false }, tokensOf(label), whole.length);
}

function plainAt(text: string, at: number): Found | null {
  const [escape] = matchAt(rules.escape, text, at) ?? [];
  if (escape !== undefined) return { tokens: [{ kind: 'text', text: escape }], length: escape.length };
  const [blank] = matchAt(rules.blank, text, at) ?? [];
  if (blank !== undefined) return { tokens: [{ kind: 'blank', text: blank }], length: blank.length };
  const [word] = matchAt(rules.word, text, at) ?? [];
  return word === undefined ? null : { tokens: pieces(word), length: word.length };
}

const wordsOf = (text: string): readonly Token[] =>
  text
    .split(/(\s+)/u)
    .filter((part) => part !== '')
    .flatMap((part): readonly Token[] =>
      part.trim() === '' ? [{ kind: 'blank', text: part }] : pieces(part),
    );

/** A word, or its characters as people count them where it is too long to stay together. */
function pieces(word: string): Token[] {
  if (word === '') return [];
  if (word.length <= longestWord) return [{ kind: 'text', text: word }];
  return Array.from(new Intl.Segmenter().segment(word), ({ segment }) => ({ kind: 'text', text: segment }));
}

/** Opens or closes a mark, or is text where it can do neither. */
function pushMark(
  tokens: Token[],
  open: number[],
  text: string,
  { before, after }: { readonly before: string; readonly after: string },
): void {
  const isMark = text === '**' || text === '~~' || text === '*';
  const place = open.findLastIndex((index) => tokens[index]?.text === text);
  if (isMark && place >= 0 && before.trim() !== '') {
    // What was opened inside and not closed there is text.
    for (const inner of open.splice(place).slice(1)) demote(tokens, inner);
    tokens.push({ kind: 'close', text, mark: { open: text, close: text, isFence: false } });
    return;
  }
  if (isMark && place < 0 && after.trim() !== '') {
    open.push(tokens.length);
    tokens.push({ kind: 'open', text, mark: { open: text, close: text, isFence: false } });
    return;
  }
  tokens.push({ kind: 'text', text });
}

function demote(tokens: Token[], place: number): void {
  const token = tokens[place];
  if (token !== undefined) tokens[place] = { kind: 'text', text: token.text };
}

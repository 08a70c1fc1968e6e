/** Part of a body, and whether something was left out. */
export interface Excerpt {
  readonly text: string;
  readonly isCut: boolean;
}

const gap = '\n\n';

/**
 * At most `limit` UTF-16 units of a body: all of it where it fits, else whole blocks around the one that
 * `weigh` gives most (the beginning, where that holds it), marked with `…` where it was cut.
 */
export function excerpt(blocks: readonly string[], limit: number, weigh: (block: string) => number): Excerpt {
  const whole = blocks.join(gap);
  if (whole.length <= limit) return { text: whole, isCut: false };
  const best = heaviest(blocks, weigh);
  const room = limit - 6;
  const first = fill(blocks, 0, room) > best ? 0 : best;
  const end = fill(blocks, first, room);
  const body =
    end > first ? blocks.slice(first, end).join(gap) : (splitBlock(blocks[first] ?? '', room)[0] ?? '');
  const before = first > 0 ? '…\n' : '';
  return { text: `${before}${body}\n…`, isCut: true };
}

/** The whole body in pages of at most `limit` units; a block is divided only where it is longer than a page. */
export function pages(blocks: readonly string[], limit: number): readonly string[] {
  const result: string[] = [];
  for (const piece of blocks.flatMap((block) => splitBlock(block, limit))) {
    const last = result.at(-1);
    if (last !== undefined && last.length + gap.length + piece.length <= limit) {
      result[result.length - 1] = last + gap + piece;
    } else result.push(piece);
  }
  return result;
}

function heaviest(blocks: readonly string[], weigh: (block: string) => number): number {
  const weights = blocks.map(weigh);
  const most = Math.max(...weights);
  return most > 0 ? weights.indexOf(most) : 0;
}

/** Index after the last block that fits when starting at `from`. */
function fill(blocks: readonly string[], from: number, limit: number): number {
  let length = 0;
  let end = from;
  for (; end < blocks.length; end += 1) {
    length += (blocks[end] ?? '').length + (end > from ? gap.length : 0);
    if (length > limit) break;
  }
  return end;
}

/** A block in pieces of at most `limit` units, code blocks closed and opened again, at line, sentence or word ends. */
export function splitBlock(block: string, limit: number): readonly string[] {
  if (block.length <= limit) return [block];
  const fence = /^```[^\n]*\n/u.exec(block)?.[0];
  if (fence === undefined) return splitText(block, limit);
  const code = block.slice(fence.length).replace(/\n```$/u, '');
  return splitText(code, limit - fence.length - 4).map((piece) => `${fence}${piece}\n\`\`\``);
}

function splitText(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = breakBefore(rest, limit);
    const piece = rest.slice(0, end).trimEnd();
    if (piece !== '') pieces.push(closeMarkers(piece));
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Where to cut: after a line, a sentence or a word in the last half, else between two characters. */
function breakBefore(text: string, limit: number): number {
  const room = text.slice(0, limit - 4);
  const half = room.length / 2;
  for (const mark of ['\n', '. ', ' ']) {
    const at = room.lastIndexOf(mark);
    if (at > half) return outsideLink(text, at + mark.length);
  }
  const last = text.codePointAt(room.length - 1) ?? 0;
  return last > 0xffff || room.endsWith('\\') ? room.length - 1 : room.length;
}

/** Never inside `[label](address)`, unless the link is the text. */
function outsideLink(text: string, end: number): number {
  for (const link of text.matchAll(/(?<!\\)\[(?:\\.|[^\]\\]){0,300}\]\([^()\s]{1,600}\)/gu)) {
    if (link.index < end && link.index + link[0].length > end && link.index > 0) return link.index;
  }
  return end;
}

/** Closes bold, struck-out and inline code that the cut left open. */
function closeMarkers(piece: string): string {
  const plain = piece.replace(/\\./gu, '');
  return ['`', '**', '~~']
    .filter((marker) => plain.split(marker).length % 2 === 0)
    .reduce((text, marker) => text + marker, piece);
}

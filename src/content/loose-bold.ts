import type { PhrasingContent, Text } from 'mdast';

/** A line that begins with bold marks which Markdown does not take for any: a blank stands inside one of them. */
const loose = /(?<=^|\n)(\*\*|__)(?![*_])([^\n*_]{1,300}?)\1(?![*_])/gu;

/** Bold text at the beginning of a line whose marks have a blank inside, `**Hvad koster det? **`, becomes bold. */
export function looseBold(children: readonly PhrasingContent[], source: string): PhrasingContent[] {
  return children.flatMap((child, place) => {
    const before = children[place - 1];
    const beginsLine = before === undefined || before.type === 'break';
    return child.type === 'text' ? partsOf(child, beginsLine, source) : [child];
  });
}

function partsOf(node: Text, beginsLine: boolean, source: string): PhrasingContent[] {
  const start = node.position?.start.offset ?? 0;
  const isAsWritten = source.startsWith(node.value, start);
  const found = isAsWritten ? Array.from(node.value.matchAll(loose)) : [];
  if (found.length === 0) return [node];
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { index, 0: whole, 1: mark = '', 2: inner = '' } of found) {
    if (inner.trim() === '' || (index === 0 && !beginsLine)) continue;
    if (index > from) parts.push(slice(node, from, index));
    const lead = mark.length + inner.length - inner.trimStart().length;
    const text = slice(node, index + lead, index + lead + inner.trim().length);
    const { position } = slice(node, index, index + whole.length);
    parts.push({ type: 'strong', children: [text], ...(position === undefined ? {} : { position }) });
    from = index + whole.length;
  }
  return from < node.value.length ? [...parts, slice(node, from, node.value.length)] : parts;
}

/** A part of a text, with its place in the source. */
function slice({ value, position }: Text, from: number, to: number): Text {
  const text: Text = { type: 'text', value: value.slice(from, to) };
  if (position === undefined) return text;
  const pointAt = (place: number): typeof position.start => {
    const before = value.slice(0, place).split('\n');
    const column = (before.length === 1 ? position.start.column : 1) + (before.at(-1) ?? '').length;
    const line = position.start.line + before.length - 1;
    return { line, column, offset: (position.start.offset ?? 0) + place };
  };
  return { ...text, position: { start: pointAt(from), end: pointAt(to) } };
}

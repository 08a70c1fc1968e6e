import type { Nodes, Parents, Root, Text } from 'mdast';

/** Deeper than any text that people write; keeps every walk over a tree far from the end of the stack. */
export const maximumDepth = 100;

const marks = new RegExp(`^(?:[ \\t]*(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])){${maximumDepth},}`, 'mu');
const indented = new RegExp(`^[ \\t]{${3 * maximumDepth},}(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])`, 'mu');

/** The first line (from 1) that opens lists or quotes too deep to parse in reasonable time; null in all real articles. */
export function tooDeepLine(source: string): number | null {
  const at = Math.min(
    ...[marks, indented].map((pattern) => source.search(pattern)).filter((index) => index >= 0),
  );
  return Number.isFinite(at) ? source.slice(0, at).split('\n').length : null;
}

/** Flattens whatever lies below `maximumDepth` to its text, in place. Does not recurse. */
export function limitDepth(root: Root): Root {
  const open: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    if (depth >= maximumDepth) flatten(node);
    else for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return root;
}

function flatten(node: Parents): void {
  const flat: Text = { type: 'text', value: textBelow(node) };
  if (node.position !== undefined) flat.position = node.position;
  Object.assign(node, { children: [flat] });
}

function textBelow(node: Nodes): string {
  const words: string[] = [];
  const open: Nodes[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ('value' in next) words.push(next.value);
    if ('children' in next) open.push(...next.children.toReversed());
  }
  return words.join('');
}

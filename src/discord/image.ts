import type { Nodes, Root } from 'mdast';
import { webAddress } from './address.ts';

/** What Discord shows below a message that names its address. */
const shown = /\.(?:png|jpe?g|gif|webp)$/iu;

/** Address of the first picture that Discord can show; null where there is none. One in a link is a badge or a button. */
export function firstImage(node: Root | Nodes): string | null {
  if (node.type === 'link' || node.type === 'linkReference') return null;
  if (node.type === 'image') return imageAddress(node.url);
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const found = firstImage(child);
    if (found !== null) return found;
  }
  return null;
}

function imageAddress(url: string): string | null {
  const address = webAddress(url);
  return address !== null && shown.test(new URL(address).pathname) ? address : null;
}

import type { Nodes } from 'mdast';
import { answerKeys, isComponent } from './component.ts';
import { lineOfNode, sliceOf, type Fragment } from './fragment.ts';
import { namedTitle, readMark } from './mark.ts';
import { attributesOf, tagsIn, type Tag } from './tags.ts';

/** What a reader of the site would see and Svar does not. */
export type Unread =
  | {
      readonly code: 'component-text-lost';
      readonly line: number;
      readonly parameters: { readonly component: string };
    }
  | {
      readonly code: 'template-command';
      readonly line: number;
      readonly parameters: { readonly command: string };
    };

/** Components and commands of an article whose text is not in it. */
export function unreadIn(whole: Fragment): Unread[] {
  return whole.nodes.flatMap((node) => unreadBelow(node, whole));
}

function unreadBelow(node: Nodes, whole: Fragment): Unread[] {
  if (node.type === 'html') return lostComponents(node, whole);
  if (node.type === 'siteMark') return commandIn(node.value, lineOfNode(whole, node));
  return 'children' in node ? node.children.flatMap((child) => unreadBelow(child, whole)) : [];
}

function lostComponents(node: Nodes, whole: Fragment): Unread[] {
  const text = sliceOf(node, whole.source);
  return tagsIn(text)
    .filter(isLost)
    .map(({ name, start }) => ({
      code: 'component-text-lost',
      line: lineOfNode(whole, node) + text.slice(0, start).split('\n').length - 1,
      parameters: { component: name },
    }));
}

/** Questions handed over as data, or a title that is computed. */
const fromElsewhere =
  /\b(?:items|questions|faqs?|entries|data)\s*=\s*\{|\b(?:title|question|summary|header)\s*=\s*\{(?!\s*["'`])/u;

function isLost({ kind, name, attributes }: Tag): boolean {
  if ((kind !== 'open' && kind !== 'self') || !isComponent(name)) return false;
  if (fromElsewhere.test(attributes)) return true;
  const strings = attributesOf(attributes);
  return kind === 'self' && namedTitle(strings, name) !== null && !answerKeys.some((key) => strings.has(key));
}

const fetching = new Set([
  'include',
  'include_relative',
  'render',
  'snippet',
  'partial',
  'readfile',
  'embed',
  'import',
]);

function commandIn(raw: string, line: number): Unread[] {
  const mark = readMark(raw);
  const isCommand =
    (mark.kind === 'tag' && !mark.isClose && fetching.has(mark.name)) ||
    (mark.kind === 'other' && /^\{\{(?![<%])|^-+8<-/u.test(raw));
  const command = raw.replaceAll(/\s+/gu, ' ').slice(0, 60);
  return isCommand ? [{ code: 'template-command', line, parameters: { command } }] : [];
}

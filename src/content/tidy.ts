import type {
  Blockquote,
  Heading,
  List,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { statementsAt } from './esm.ts';
import { inlineHtml } from './inline-html.ts';
import { looseBold } from './loose-bold.ts';

/** Without one of these a tree has nothing to tidy. */
const hints =
  /<\/[a-z]+>|(?:^|\n)[ \t>*+\d.)-]*(?:\*\*|__)|\{:[ \t]*toc|\{\{|[ \t\n]\^[\w-]+[ \t]*(?:\n|$)|\[!|:[\w+-]+:|\[\[?_?toc_?\]|-8<-|^(?:import|export)\s|^[ \t>*+\d.)-]*(?:\?\?\?|!!!)/imu;

/** Takes the mark-up of site generators that is text to Markdown out of a tree, in place. Code stays as it is. */
export function tidy(root: Root, source: string): Root {
  if (!hints.test(source)) return root;
  hideEsm(root, source);
  tidyBelow(root, source, (node) => hints.test(`\n${sliceOf(node, source)}`));
  return root;
}

/** @param mayHold tells cheaply whether there may be something to tidy in a child; each further down is looked at */
function tidyBelow(parent: Parents, source: string, mayHold: (node: Nodes) => boolean = always): void {
  for (const [place, node] of parent.children.entries()) {
    if (!mayHold(node)) continue;
    if (node.type === 'link') node.url = node.url.replaceAll(/\{\{[^{}]*\}\}/gu, '');
    if (node.type === 'heading') node.children = withoutEmoji(node);
    if (node.type === 'heading' || node.type === 'paragraph') dropBlockId(node, source);
    if (node.type === 'paragraph') node.children = looseBold(node.children, source);
    if ('children' in node && node.children.some(({ type }) => type === 'html')) convertHtml(node);
    if (node.type === 'list' && isListOfContents(node)) replace(parent, place, markOf(node, source));
    if (node.type === 'paragraph' && isContents(node, source)) replace(parent, place, markOf(node, source));
    if (node.type === 'blockquote') dropKind(node);
    if (
      node.type === 'siteMark' &&
      isBareWords(node.value) &&
      !isIndented(parent.children[place + 1], source)
    )
      replace(parent, place, {
        type: 'paragraph',
        children: [{ type: 'text', value: node.value }],
        ...placed(node),
      });
    if ('children' in node) tidyBelow(node, source);
  }
}

const always = (): boolean => true;
const placed = ({ position }: Nodes): Pick<Nodes, 'position'> => (position === undefined ? {} : { position });
const sliceOf = (node: Nodes, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

const markOf = (node: Nodes, source: string): RootContent => ({
  type: 'siteMark',
  value: sliceOf(node, source),
  ...placed(node),
});

/** Puts another node in a place of a parent, of a kind that may stand there. */
function replace(parent: Parents, place: number, node: RootContent): void {
  Object.assign(parent.children, { [place]: node });
}

/** `[TOC]`, `[[toc]]`, `[[_TOC_]]`, `--8<-- "file"` alone on its line. */
const isContents = (node: Paragraph, source: string): boolean =>
  node.children.length === 1 &&
  /^(?:\[\[?_?toc_?\]\]?|-+8<-+[ \t]+["'][^"'\n]*["'])$/iu.test(sliceOf(node, source).trim());

/** A list of one item that ends in `{:toc}` is written over with the contents. */
function isListOfContents({ children: [item, ...others] }: List): boolean {
  const last = item?.children.at(-1);
  const mark = last?.type === 'paragraph' ? last.children.at(-1) : undefined;
  return others.length === 0 && mark?.type === 'siteMark' && /^\{:[ \t]*toc\b/u.test(mark.value);
}

/** `<b>`, `<a href>`, `<kbd>` and their like, in what holds text. */
function convertHtml(node: Parents): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    node.children = inlineHtml(node.children);
  else if (
    node.type === 'strong' ||
    node.type === 'emphasis' ||
    node.type === 'delete' ||
    node.type === 'link'
  )
    node.children = inlineHtml(node.children);
}

/** `!!! words`: a box only where a body is indented below it. */
const isBareWords = (mark: string): boolean => /^(?:\?\?\?|!!!)[^"']*$/u.test(mark);

/** Indented code, as which Markdown reads the body of a box. */
export const isIndented = (node: Nodes | undefined, source: string): boolean =>
  node?.type === 'code' && !/^[ \t]*[`~]/u.test(sliceOf(node, source));

const emoji = /(^|\s)(?::[\w+-]+:|<a?:\w+:\d+>)+(?=\s|$|\p{P})/gu;

function withoutEmoji(heading: Heading): PhrasingContent[] {
  return heading.children.map((child) =>
    child.type === 'text' ? { ...child, value: child.value.replaceAll(emoji, '$1') } : child,
  );
}

/** `[!note]`: the kind of a callout; its title, if it has one, stays. */
function dropKind({ children: [first] }: Blockquote): void {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (text?.type === 'text')
    text.value = text.value.replace(/^\[![\p{L}\p{N}_-]+(?:\|[^\]\n]*)?\][+-]?\s*/u, '');
}

const blockId = /(?:^|[ \t\n])\^[A-Za-z0-9-]+[ \t]*$/u;

/** The `^name` at the end of a block, by which others refer to it. */
/** One whose mark is escaped is text. */
function dropBlockId(node: Heading | Paragraph, source: string): void {
  const last = node.children.at(-1);
  if (last?.type === 'text' && blockId.test(last.value) && blockId.test(sliceOf(last, source)))
    last.value = last.value.replace(blockId, '');
}

/** Paragraphs that are `import` and `export` statements become marks. */
function hideEsm(root: Root, source: string): void {
  let end = 0;
  let reach: number | undefined;
  root.children = root.children.map((node) => {
    const start = node.position?.start.offset ?? 0;
    const found = node.type === 'paragraph' && start >= end ? statementsAt(source, start, reach) : null;
    end = found?.end ?? end;
    // After one that is left open each would be followed to its end in vain.
    if (found?.isClosed === false) reach = 200;
    return start < end && node.type !== 'yaml' && node.type !== 'toml' ? markOf(node, source) : node;
  });
}

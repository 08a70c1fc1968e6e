import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Construct } from 'micromark-util-types';
import { span, type Verdict } from './span.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    siteLink: 'siteLink';
    siteLinkData: 'siteLinkData';
  }
}

/** `[[page|text]]` and `![[image.png]]`. */
const wiki = /^!?\[\[(?=[^\]|]*\p{L})([^[\]|\n"'{}<>]+)(?:\|([^[\]\n]*))?\]\]$/u;
/** `[text]({{ … }})`: a link whose address a template writes. */
const templated = /^\[([^[\]]*)\]\(([^()]*(?:\{\{|\{%)[^()]*(?:\}\}|%\})[^()\s]*)\)$/u;

function judge(raw: string): Verdict {
  const start = raw.startsWith('!') ? 1 : 0;
  if (raw.length === 1) return 'open';
  if (start === 1 && raw[1] !== '[') return 'no';
  if (raw.length === start + 1) return 'open';
  if (raw[start + 1] === '[') return judgeWiki(raw, start);
  return start === 1 ? 'no' : judgeTemplated(raw);
}

function judgeWiki(raw: string, start: number): Verdict {
  const last = raw.at(-1) ?? '';
  if (last === '\n' || (last === '[' && raw.length > start + 2)) return 'no';
  return raw.endsWith(']]') ? (wiki.test(raw) ? 'whole' : 'no') : 'open';
}

function judgeTemplated(raw: string): Verdict {
  const close = raw.indexOf(']');
  if (close < 0) return raw.lastIndexOf('[') > 0 ? 'no' : 'open';
  if (raw.length === close + 1) return 'open';
  if (raw[close + 1] !== '(' || raw.endsWith('\n')) return 'no';
  const isEnd = raw.endsWith(')');
  if (!isEnd) return raw.length === close + 2 || !raw.endsWith('(') ? 'open' : 'no';
  return templated.test(raw) ? 'whole' : 'no';
}

/** Links that site generators write in their own way. */
export const siteLink: Construct = span('siteLink', 'siteLinkData', () => judge, '([');

const isImage = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/iu;
const isSize = /^\d+(?:x\d+)?$/u;

/** Page, or page and section, as readers are shown it. */
const shownPage = (page: string): string =>
  page
    .replace(/#\^.*$/u, '')
    .replace(/^#/u, '')
    .replaceAll('#', ' › ')
    .trim() || page;

export const siteLinkTree: TreeExtension = {
  enter: {
    siteLink(token) {
      const raw = this.sliceSerialize(token);
      const [, label, address = ''] = templated.exec(raw) ?? [];
      if (label !== undefined) {
        const url = address.replaceAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/gu, '').trim();
        this.enter({ type: 'link', url, children: [{ type: 'text', value: label }] }, token);
        return;
      }
      const [, page = '', text = ''] = wiki.exec(raw) ?? [];
      const shown = text.trim() === '' || isSize.test(text.trim()) ? shownPage(page.trim()) : text.trim();
      if (raw.startsWith('!') && isImage.test(page.trim()))
        this.enter({ type: 'image', url: page.trim(), alt: shown }, token);
      else this.enter({ type: 'link', url: page.trim(), children: [{ type: 'text', value: shown }] }, token);
    },
  },
  exit: {
    siteLink(token) {
      this.exit(token);
    },
  },
};

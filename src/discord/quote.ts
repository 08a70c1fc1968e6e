import { escapeLine, shorten } from './escape.ts';
import { measures } from './limits.ts';

/** `> question` as one line that `quotedQuestion` reads back. People and channels named in it are shown by name; nobody is notified. */
export const quoteLine = (question: string, room: number = measures.quote): string =>
  `> ${named(escapeLine(shorten(question, room)))}`;

/** Mentions of people, roles and channels come alive again: Discord shows their names, and `allowed_mentions` lets none notify. */
const named = (escaped: string): string =>
  escaped.replace(
    /(?<!\\)\\<(?:\\@([!&]?\d{15,20})|#(\d{15,20}))\\>/gu,
    (_, who?: string, channel?: string) => (who === undefined ? `<#${channel ?? ''}>` : `<@${who}>`),
  );

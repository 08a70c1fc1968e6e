import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { closedUp, namesIn } from './names.ts';

// One instance per process: each further one grows a table inside the model. An empty pipe: everything past
// tokenisation is made for English.
const nlp = winkNLP(model, []);
// oxlint-disable-next-line typescript/unbound-method -- wink-nlp's accessors are plain functions
const value = nlp.its.value;

/** wink-nlp's time grows with the square of a run without blanks. */
const longestRun = 200;
const longRuns = new RegExp(`\\S{${String(longestRun)}}`, 'gu');
/** Few texts have one, and looking from every letter on takes seven times as long as from every blank. */
const hasLongRun = new RegExp(`(?:^|\\s)\\S{${String(longestRun)}}`, 'u');
const addresses = /\b(?:https?:\/\/|www\.)\S+/giu;
// Discord's mentions, channels, emoji and times; wink-nlp remembers every unknown word for ever, so ids stay out.
const discordMarkup = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]{1,64}:)-?\d+(?::\w)?>/gu;
// Controls, zero-width and direction characters split or hide words.
const invisible = /[^\P{C}\n\t]/gu;
/** Soft hyphens and joiners stand inside words. */
const inWord = /[\u{AD}\u{200B}-\u{200D}\u{2060}\u{FEFF}]/gu;

/** Text without what is not language: addresses, Discord's markup, invisible characters. */
export const cleaned = lastKept((text: string): string =>
  text
    .normalize('NFC')
    .replace(inWord, '')
    .replace(addresses, ' ')
    .replace(discordMarkup, ' ')
    .replace(invisible, ' '),
);

/** Keeps the last result: a question is read once for each language that it may be in, and mostly alike. */
function lastKept<Result>(read: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) };
    return last.result;
  };
}

/** wink-nlp cuts words at letters beyond Latin-1 (ł, č) and knows no other alphabets. */
const foreignLetter = /[^\p{ASCII}\u{A0}-\u{FF}\u{2010}-\u{2027}\u{20AC}]/u;
const sentenceEnd = /[.?!:…]$/u;

/** Stands for a name while wink-nlp reads: always the same word, since wink-nlp remembers each. */
const placeholder = 'zqnamezq';

/** Tokens of cleaned text in order, as wink-nlp cuts it: words, punctuation, line breaks. Names that hold signs stay whole. */
export const tokenise = lastKept(tokensOf);

function tokensOf(text: string): readonly string[] {
  if (text.trim() === '') return [];
  const { names, between } = namesIn(closedUp(text.replaceAll(placeholder, '')));
  const masked = between.join(` ${placeholder} `);
  const tokens = foreignLetter.test(masked)
    ? masked.split(/(\n+)|[^\S\n]+/u).flatMap(mixedTokens)
    : winkTokens(masked);
  if (names.length === 0) return tokens;
  const waiting = names.values();
  return tokens.map((token) => (token === placeholder ? (waiting.next().value ?? token) : token));
}

const winkTokens = (text: string): readonly string[] =>
  nlp
    .readDoc(hasLongRun.test(text) ? text.replace(longRuns, '$& ') : text)
    .tokens()
    .out(value);

/** Pieces that wink-nlp would tear are kept whole; only the end of a sentence is set apart. */
function mixedTokens(piece: string | undefined): readonly string[] {
  if (piece === undefined || piece === '') return [];
  if (piece.startsWith('\n')) return [piece];
  if (!foreignLetter.test(piece)) return winkTokens(piece);
  const end = sentenceEnd.exec(piece)?.[0];
  return end === undefined ? [piece] : [piece, end];
}

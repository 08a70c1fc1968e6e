import type { Voter } from './voter.ts';

/** What the two parts of a passage are written in: tags of installed packs, or `und`. */
export interface PassageLanguages {
  readonly heading: string;
  readonly text: string;
}

/** Function words that a text in another language than its article must at least have; fewer are a quotation or a name. */
const enoughInText = 4;
const enoughInHeading = 2;
/** A heading that stands over a text in the article's own language must say more. */
const enoughAgainstText = 3;
/** Running text has .3 to .6 of function words. */
const leastShare = 0.25;
/** How many times as many as the article's language has among the same words: Danish and Norwegian share most of theirs. */
const clearly = 2;
/** From so many words on a text is running text, and its language has its share of them. */
const running = 20;
/** Words that a text is told by. */
const sample = 80;

/** What an article quotes may be in any language. */
const quoted = /["“„«»][^"“”„«»\n]*["”“«»]/gu;

/** A text's words, roughly: cut at what is no letter. */
const wordsIn = (text: string): readonly string[] =>
  (
    text
      .replace(quoted, ' ')
      .slice(0, 12 * sample)
      .match(/[\p{L}\p{M}]+(?:['’]\p{L}+)?/gu) ?? []
  ).slice(0, sample);

/**
 * The languages of a passage of an article that is written in `expected`: another one only where the words tell it, for
 * translations are often half done. `others` are what it may be.
 */
export function passageLanguages(
  { heading, text }: { readonly heading: string; readonly text: string },
  expected: Voter,
  others: readonly Voter[],
): PassageLanguages {
  const textWords = wordsIn(text);
  const headingWords = wordsIn(heading);
  const ofText = told(textWords, expected, others, enoughInText);
  if (ofText !== null) {
    const own = expected.functionWords(headingWords);
    const isOwn = own > 0 && own >= ofText.functionWords(headingWords);
    return { heading: isOwn ? expected.tag : ofText.tag, text: ofText.tag };
  }
  const isSilent = expected.functionWords(textWords) < enoughInText;
  const ofHeading = told(headingWords, expected, others, isSilent ? enoughInHeading : enoughAgainstText);
  const found = ofHeading?.tag ?? expected.tag;
  return { heading: found, text: isSilent ? found : expected.tag };
}

/** The other language that has most function words among these; null where that is not clear. */
function told(
  words: readonly string[],
  expected: Voter,
  others: readonly Voter[],
  enough: number,
): Voter | null {
  const own = expected.functionWords(words);
  // Most passages are in the language of their article, and no more has to be asked.
  if (words.length >= running && own >= words.length * leastShare) return null;
  let best: Voter | null = null;
  let most = Math.max(enough, Math.ceil(words.length * leastShare), own * clearly + 1) - 1;
  for (const other of others) {
    const found = other === expected ? 0 : other.functionWords(words);
    if (found > most) {
      best = other;
      most = found;
    }
  }
  return best;
}

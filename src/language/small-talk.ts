import { foldingOf } from './fold.ts';
import { packData, packTags } from './packs.ts';
import { cleaned } from './tokenise.ts';

/** What people say to Svar without asking anything, the least telling first: "hej, tusind tak" is thanks. */
export const smallTalkKinds = ['greeting', 'goodbye', 'thanks', 'about-bot'] as const;
export type SmallTalk = (typeof smallTalkKinds)[number];

/** How far into the list above a text gets: words that may stand beside small talk are none of it. */
const besideOnly = -1;
const uncovered = -2;

/** Nobody greets in more words than this. */
const mostWords = 30;

const customEmoji = /<a?:\w+:\d+>|(?<!\S):[a-z][\w+-]*:(?!\S)/giu;
const emoticon = /(?<!\S)(?:[:;=8][-o']?[)(\]DPpO3/|*]+|<3+|\^_*\^|[xX]+D+)(?!\S)/gu;
const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** With these alone somebody asks, or points at what stands above. */
const asking = /[❓❔⁉❗❕🤔👆☝⬆🔝🆘]/u;
const grateful = /[👍🙏❤💙💚💛🧡💜🤎🖤🤍💖💕😍🥰😘👏🙌💪👌✅💯🎉🥳🤝🫶🤩😊☺]/u;

/**
 * What kind of small talk a text is, in any language that has a pack; null where anything else stands in it, such as a
 * real question ("hej, hvad koster det?").
 */
export function smallTalk(text: string): SmallTalk | null {
  const bare = cleaned(text.replace(customEmoji, ' 👋 ').replace(emoticon, ' 😊 '));
  const reach = Math.max(...packTags.map((tag) => reachOf(bare, phrasesOf(tag))));
  const spoken = smallTalkKinds[reach] ?? null;
  // "Cool?" asks back; "how are you?" and "are you a bot?" ask nothing of the articles.
  if (spoken === 'thanks' && bare.includes('?')) return null;
  return reach === besideOnly ? shownBy(bare) : spoken;
}

/** What emoji say by themselves. */
function shownBy(text: string): SmallTalk | null {
  if (!emoji.test(text) || asking.test(text) || text.includes('?')) return null;
  return grateful.test(text) ? 'thanks' : 'greeting';
}

/** The small talk of one language, and of English, which chats of every language use. */
interface Phrases {
  readonly wordsOf: (text: string) => readonly string[];
  /** Words with a blank between → place in `smallTalkKinds`, or `besideOnly`. */
  readonly pieces: ReadonlyMap<string, number>;
  /** Words of the longest piece. */
  readonly longest: number;
}

const known = new Map<string, Phrases>();

function phrasesOf(tag: string): Phrases {
  const made = known.get(tag) ?? readPhrases(tag);
  known.set(tag, made);
  return made;
}

function readPhrases(tag: string): Phrases {
  const data = packData(tag);
  const fold = foldingOf(data);
  const plainWords = (text: string): string[] =>
    fold(data.elision ? text.replace(apostrophes, ' ') : text.replace(apostrophes, '')).match(runs) ?? [];
  const pieces = new Map<string, number>();
  const add = (phrase: string, place: number): void => {
    // "c'est bon" is typed "cest bon", too.
    for (const form of [phrase, phrase.replace(apostrophes, '')]) {
      pieces.set(plainWords(form).join(' '), place);
    }
  };
  for (const { smallTalk: said } of [packData('en'), data]) {
    for (const word of said.beside) add(word, besideOnly);
    for (const [place, kind] of smallTalkKinds.entries()) {
      for (const phrase of said[kind]) add(phrase, place);
    }
  }
  const split = Array.from(pieces.keys(), (piece) => piece.split(' '));
  const bySound = new Map(split.flat().map((word) => [saidQuickly(word), word]));
  return {
    wordsOf: (text) =>
      plainWords(text).map((word) => (drawnOut.test(word) ? (bySound.get(saidQuickly(word)) ?? word) : word)),
    pieces,
    longest: Math.max(...split.map(({ length }) => length)),
  };
}

const apostrophes = /['’]/gu;
const runs = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** "heeej", "takkk", "hahahaha": said slowly, or laughed for long. */
const drawnOut = /(\p{L})\1\1|^(\p{L}{2})\2\2/u;
const saidQuickly = (word: string): string =>
  word.replace(/(\p{L})\1+/gu, '$1').replace(/^(\p{L}{2})\1+\p{L}?$/u, '$1$1');

/** The greatest place among pieces that together are the whole text; `uncovered` where none are. */
function reachOf(text: string, { wordsOf, pieces, longest }: Phrases): number {
  const words = wordsOf(text);
  if (words.length > mostWords) return uncovered;
  // How far the words before each place get; most questions get nowhere with their first words.
  const reach: number[] = Array.from({ length: words.length + 1 }, () => uncovered);
  reach[0] = besideOnly;
  for (let start = 0; start < words.length; start++) {
    const before = reach[start] ?? uncovered;
    if (before === uncovered) continue;
    for (let end = start + 1; end <= Math.min(words.length, start + longest); end++) {
      const place = pieces.get(words.slice(start, end).join(' '));
      if (place !== undefined) reach[end] = Math.max(reach[end] ?? uncovered, place, before);
    }
  }
  return reach[words.length] ?? uncovered;
}

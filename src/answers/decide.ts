import type { Answer, FoundAnswer, PinnedAnswer, UnknownAnswer, UnsureAnswer } from './answer.ts';
import { childrenMeant } from './children.ts';
import type { NearPin, PinMatches, PinView } from '../curation/pins/pin.ts';
import type { Match, Ranking } from '../knowledge/ranking.ts';

/** Every threshold of the decision stands here and nowhere else; confidences are 0..1. */
export const thresholds = {
  /** From here a passage is posted to somebody who asked. */
  found: 0.48,
  /** From here it is posted unasked. */
  sure: 0.88,
  /** From here a question is taken to be a pinned one that is worded differently … */
  pinned: 0.6,
  /** … if the pin holds at least this share of it … */
  covered: 0.6,
  /** … and its own questions are at least so much like it, both ways. */
  alike: 0.55,
  /** From here a pin is offered as a suggestion. */
  offered: 0.25,
  /** From here suggestions are offered: the chance that one of them answers. */
  unsure: 0.26,
  /** Passages under equal headings whose scores lie no further apart are asked about: the question tells no difference. Points of score. */
  tie: 0.12,
} as const;

/** The two bars that a server may move, together. */
export interface Bars {
  readonly found: number;
  readonly unsure: number;
}

/** How far the bars move to either side, in log odds: about two and a half times as likely. */
const reach = 0.9;

/**
 * The two bars by one position, 0 (answers more, errs more) to 1 (only when sure); a half is as shipped. Both move by the
 * same odds, so that what is offered stays in step with what is posted.
 */
export function barsAt(position: number): Bars {
  if (position === 0.5) return thresholds;
  const move = (2 * Math.min(1, Math.max(0, position)) - 1) * reach;
  const moved = (bar: number): number => 1 / (1 + Math.exp(-(Math.log(bar / (1 - bar)) + move)));
  return { found: moved(thresholds.found), unsure: moved(thresholds.unsure) };
}

const mostSuggestions = 3;
/** As many numbered buttons as people look at. */
const mostBelow = 9;
const mostOthers = 3;
/** How many of the ranking an answer carries. */
export const rankingLength = 10;

/** What Svar says to a question that no pin answers; `pins` may still stand among the suggestions. */
export function decide(
  ranking: Ranking,
  pins: PinMatches | null = null,
  bars: Bars = thresholds,
): FoundAnswer | UnsureAnswer | UnknownAnswer {
  const { question, language, confidence, matches } = ranking;
  const decided = { question, language, confidence, ranking: matches.slice(0, rankingLength) };
  const [first] = matches;
  const tied = confidence >= bars.found ? tiedWith(first, matches) : [];
  const meant = tied.length > 1 ? namedAbove(tied, pins) : null;
  const isTied = tied.length > 1 && meant === null;
  if (first !== undefined && confidence >= bars.found && !isTied) {
    const match = meant ?? first;
    const others = ranking.distinct
      .filter(({ passage }) => passage.id !== match.passage.id)
      .slice(0, mostOthers);
    return { ...decided, kind: 'found', match, others, sure: confidence >= thresholds.sure };
  }
  const isLikely = ranking.nearness >= bars.unsure;
  const children = isTied ? null : childrenMeant(matches, isLikely);
  const choices = isLikely ? ranking.offered : [];
  const passages = children?.passages ?? (isTied ? tied.slice(0, mostSuggestions) : choices);
  const offered = pins === null ? [] : offeredPins(passages, pins);
  const room = children?.passages.length ?? mostSuggestions;
  const suggestions = passages
    .filter(({ passage }) => (pins?.of(passage) ?? null) === null)
    .slice(0, room - offered.length);
  if (offered.length + suggestions.length > 0)
    return { ...decided, kind: 'unsure', pins: offered, suggestions, section: children?.heading ?? null };
  return { ...decided, kind: 'unknown', nearest: ranking.metRareWord ? (first ?? null) : null };
}

/** What a heading without text of its own is answered with: what stands below it, in order; null where it is too little. */
export function decideSection(
  ranking: Ranking,
  heading: string,
  below: readonly Match[],
  pins: PinMatches | null,
): UnsureAnswer | null {
  if (below.length < 2) return null;
  const { question, language, confidence, matches } = ranking;
  const decided = { question, language, confidence, ranking: matches.slice(0, rankingLength) };
  const offered = below.slice(0, mostBelow);
  const fixed = offered.map(({ passage }) => pins?.of(passage) ?? null);
  const suggestions = offered.filter((_, index) => fixed[index] === null);
  const taken = new Map(fixed.flatMap((pin) => (pin === null ? [] : [[pin.id, pin]])));
  return { ...decided, kind: 'unsure', pins: Array.from(taken.values()), suggestions, section: heading };
}

/** Pins that come near, and those that stand in for a suggested passage. */
function offeredPins(passages: readonly Match[], { near, of }: PinMatches): readonly PinView[] {
  const pins = [
    ...near.filter(({ confidence }) => confidence >= thresholds.offered).map(({ pin }) => pin),
    ...passages.map(({ passage }) => of(passage)).filter((pin) => pin !== null),
  ];
  return Array.from(new Map(pins.map((pin) => [pin.id, pin])).values()).slice(0, mostSuggestions);
}

/** The first match and those of the same heading that match as well: `Priser` of the seniors and of the juniors. */
function tiedWith(first: Match | undefined, matches: readonly Match[]): readonly Match[] {
  if (first === undefined) return [];
  const heading = folded(first.passage.heading);
  const tied = matches.filter(
    ({ passage, score }) => folded(passage.heading) === heading && first.score - score <= thresholds.tie,
  );
  // The very same text twice is no choice.
  const texts = tied.map(({ passage }) => passage.text);
  return tied.filter(({ passage }, index) => texts.indexOf(passage.text) === index);
}

/** The one of tied passages whose headings above the question names most of: "hvad koster fodbold" means the prices below Fodbold. */
function namedAbove(tied: readonly Match[], pins: PinMatches | null): Match | null {
  const shares = tied.map(({ evidence }) =>
    evidence.words.reduce((sum, { fields, share }) => sum + (fields.includes('parents') ? share : 0), 0),
  );
  const most = Math.max(0, ...shares);
  const [only, ...others] = tied.filter((_, index) => shares[index] === most);
  if (most === 0 || only === undefined || others.length > 0) return null;
  // Where moderators have decided, their answer is offered.
  return (pins?.of(only.passage) ?? null) === null ? only : null;
}

const folded = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The moderators' decision where the question is theirs; null where it is not. */
export function decidePinned(
  ranking: Ranking,
  pins: PinMatches | null,
  bars: Bars = thresholds,
): PinnedAnswer | null {
  const found = pins === null ? null : pinFor(ranking, pins, bars);
  if (found === null) return null;
  const { question, language, matches } = ranking;
  return {
    kind: 'pinned',
    question,
    language,
    confidence: found.confidence,
    ranking: matches.slice(0, rankingLength),
    pin: found.pin,
  };
}

/** The very question; else the pin that answers what would be posted; else one that is nearer than any passage. */
function pinFor(
  { confidence, matches: [first] }: Ranking,
  pins: PinMatches,
  bars: Bars,
): Pick<NearPin, 'pin' | 'confidence'> | null {
  if (pins.same !== null) return { pin: pins.same, confidence: 1 };
  const isPosted = first !== undefined && confidence >= bars.found;
  const taken = isPosted ? pins.of(first.passage) : null;
  if (taken !== null) return { pin: taken, confidence };
  const [nearest] = pins.near;
  return nearest !== undefined && isMeant(nearest) && nearest.confidence >= confidence ? nearest : null;
}

const isMeant = ({ confidence, covered, alike }: NearPin): boolean =>
  confidence >= thresholds.pinned && covered >= thresholds.covered && alike >= thresholds.alike;

/** Whether an answer is sure enough to be given to somebody who did not ask for it. */
export const isSure = (answer: Answer): boolean =>
  answer.kind === 'found' ? answer.sure : answer.kind === 'pinned' && answer.confidence >= thresholds.sure;

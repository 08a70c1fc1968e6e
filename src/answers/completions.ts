import type { PinService } from '../curation/pins/service.ts';
import type { Located } from '../knowledge/ranking.ts';
import type { Snapshot } from '../knowledge/snapshot.ts';
import { installedTag } from '../language/packs.ts';
import { toldLanguage } from '../language/told.ts';
import type { Completer } from './complete.ts';
import { decide, decidePinned, rankingLength } from './decide.ts';
import type { Completion, CompletionPlace } from './service.ts';

/** What completions come from. */
export interface CompletionSources {
  readonly snapshot: Snapshot;
  readonly completer: Completer;
  readonly pins: PinService | null;
}

/** Fewer completions that hold what was typed are filled up with what it means. */
const fewestHeld = 5;
/** Characters below which nothing is meant yet. */
const fewestTyped = 3;
const mostMeant = 5;

/** What may complete `typed`: pinned questions, headings and phrasings that hold it, then what it means. */
export async function completions(
  typed: string,
  place: CompletionPlace,
  sources: CompletionSources,
): Promise<readonly Completion[]> {
  const { server, limit } = place;
  const { pins, completer, snapshot } = sources;
  const questions = pins === null || server === null ? [] : await pins.complete(server, typed, limit);
  const held = completer.complete(typed, installedTag(place.language), limit);
  const meant = held.length < fewestHeld ? await meantBy(typed, place, sources) : [];
  // What a fixed answer takes over is not offered beside it.
  const taken = new Set(questions.map((question) => snapshot.key(question)));
  const others = [...held, ...meant].filter(({ label, pinned }) => pinned || !taken.has(snapshot.key(label)));
  return distinctOf([...questions.map(pinnedCompletion), ...others]).slice(0, limit);
}

/** What somebody may mean who types it in other words: what answering it would bring. */
async function meantBy(
  typed: string,
  { server, language }: CompletionPlace,
  { snapshot, completer, pins }: CompletionSources,
): Promise<readonly Completion[]> {
  if (snapshot.fold(typed).length < fewestTyped) return [];
  const read = snapshot.read(typed);
  const ranking = snapshot.rank(read, rankingLength);
  const match = pins === null || server === null ? null : await pins.match(server, read, snapshot);
  const pinned = decidePinned(ranking, match);
  const matches = decide(ranking).kind === 'unknown' ? [] : ranking.distinct.slice(0, mostMeant);
  const tag = installedTag(language);
  const foreign = ({ article }: Located): number => (snapshot.languageOf(article) === tag ? 0 : 1);
  // Words that tell their language have brought the right one first already.
  const isTold = toldLanguage(typed, snapshot.languages) !== null;
  const ordered = isTold ? matches : matches.toSorted((a, b) => foreign(a) - foreign(b));
  return [
    ...(pinned === null ? [] : [pinnedCompletion(pinned.pin.question)]),
    ...ordered.map((located) => completer.headingOf(located)),
  ];
}

const pinnedCompletion = (label: string): Completion => ({
  label,
  source: null,
  passage: null,
  pinned: true,
  isShared: false,
});

/** Each label once, but every passage where several share it; a pinned question takes over its label. */
function distinctOf(found: readonly Completion[]): readonly Completion[] {
  const fixed = new Set(found.flatMap(({ label, pinned }) => (pinned ? [label] : [])));
  const seen = new Set<string>();
  return found.filter(({ label, passage, pinned }) => {
    const key = pinned ? label : `${passage?.hash ?? ''} ${label}`;
    const isNew = !seen.has(key) && (pinned || !fixed.has(label));
    seen.add(key);
    return isNew;
  });
}

import { addressesOf, parseBody } from '../content/body.ts';
import type { Content } from '../content/article.ts';
import { completer, type Completer } from './complete.ts';
import { installedTag } from '../language/packs.ts';
import { isPointing, toldLanguage } from '../language/told.ts';
import { smallTalk } from '../language/small-talk.ts';
import { decide, decidePinned, rankingLength } from './decide.ts';
import { examplesIn } from './examples.ts';
import type { PinService } from '../curation/pins/service.ts';
import type { ServerSettings } from '../curation/settings.ts';
import type { Library } from '../knowledge/library.ts';
import type { Answers, Completion } from './service.ts';
import type { Located } from '../knowledge/ranking.ts';
import type { Snapshot } from '../knowledge/snapshot.ts';
import { splitQuestions } from './split.ts';
import type { ServerId } from '../store/server.ts';

/** What is made of a snapshot when it is first needed. */
interface Derived {
  readonly completer: Completer;
  readonly addresses: ReturnType<typeof addressesOf>;
}

function* passagesOf({ articles }: Content): Generator<Located> {
  for (const article of articles) for (const passage of article.passages) yield { article, passage };
}

/** Fewer completions that hold what was typed are filled up with what it means. */
const fewestHeld = 5;
/** Characters below which nothing is meant yet. */
const fewestTyped = 3;
const mostMeant = 5;

const pinnedCompletion = (label: string): Completion => ({
  label,
  source: null,
  passage: null,
  pinned: true,
  isShared: false,
});

/** Each label once, but every passage where several share it; a pinned question takes over its label. */
function distinctOf(completions: readonly Completion[]): readonly Completion[] {
  const seen = new Set<string>();
  const pinned = new Set(completions.flatMap(({ label, pinned: isPinned }) => (isPinned ? [label] : [])));
  return completions.filter(({ label, passage, pinned: isPinned }) => {
    const key = `${label}\n${isPinned ? '' : (passage?.hash ?? '')}`;
    const isNew = !seen.has(key) && (isPinned || !pinned.has(label));
    seen.add(key);
    return isNew;
  });
}

/** The service that fronts use, over the articles of a library. */
export function createAnswers(
  library: Library,
  siteUrl: string | null,
  pins: PinService | null,
  settings: ServerSettings | null,
): Answers {
  const derived = new WeakMap<Snapshot, Derived>();
  const derive = (snapshot: Snapshot): Derived => {
    const known = derived.get(snapshot);
    if (known !== undefined) return known;
    const made = {
      completer: completer(
        Array.from(passagesOf(snapshot.content)),
        (text) => snapshot.fold(text),
        ({ article }) => snapshot.languageOf(article),
      ),
      addresses: addressesOf(snapshot.content, siteUrl),
    };
    derived.set(snapshot, made);
    return made;
  };
  /** What somebody may mean who types it in other words: what answering it would bring. */
  async function meantBy(typed: string, server: ServerId | null, language: string): Promise<Completion[]> {
    const snapshot = library.current();
    if (snapshot.fold(typed).length < fewestTyped) return [];
    const read = snapshot.read(typed);
    const match = pins === null || server === null ? null : await pins.match(server, read, snapshot);
    const ranking = snapshot.rank(read, rankingLength);
    const pinned = decidePinned(ranking, match);
    const isMet = decide(ranking).kind !== 'unknown';
    const own = ({ article }: Located): number => (snapshot.languageOf(article) === language ? 0 : 1);
    const isTold = toldLanguage(typed, snapshot.languages) !== null;
    const matches = isMet ? ranking.distinct.slice(0, mostMeant) : [];
    const ordered = isTold ? matches : matches.toSorted((a, b) => own(a) - own(b));
    return [
      ...(pinned === null ? [] : [pinnedCompletion(pinned.pin.question)]),
      ...ordered.map((located) => derive(snapshot).completer.headingOf(located)),
    ];
  }

  return {
    content: () => library.current().content,
    languages: () => library.current().languages,
    pins,
    settings,
    async ask({ text, server }) {
      const snapshot = library.current();
      const read = snapshot.read(text);
      const ranking = snapshot.rank(read, rankingLength);
      const match = pins === null || server === null ? null : await pins.match(server, read, snapshot);
      const pinned = decidePinned(ranking, match);
      if (pinned !== null && server !== null) pins?.noteUse(server, pinned.pin.id);
      return pinned ?? decide(ranking, match);
    },
    split: splitQuestions,
    smallTalk,
    toldLanguage,
    isPointing,
    async complete(typed, { server, language, limit }) {
      const snapshot = library.current();
      const tag = installedTag(language);
      const questions = pins === null || server === null ? [] : await pins.complete(server, typed, limit);
      const found = derive(snapshot).completer.complete(typed, tag, limit);
      const meant = found.length < fewestHeld ? await meantBy(typed, server, tag) : [];
      // What a fixed answer takes over is not offered beside it.
      const taken = new Set(questions.map((question) => snapshot.key(question)));
      const others = [...found, ...meant].filter(
        ({ label, pinned }) => pinned || !taken.has(snapshot.key(label)),
      );
      return distinctOf([...questions.map(pinnedCompletion), ...others]).slice(0, limit);
    },
    examples(count, languages = []) {
      const snapshot = library.current();
      const { articles } = snapshot.content;
      return examplesIn(articles, count, languages.map(installedTag), (article) =>
        snapshot.languageOf(article),
      );
    },
    find: (hash) => library.current().find(hash),
    findById: (id) => library.current().findById(id),
    weigh(question, passage, texts) {
      const snapshot = library.current();
      return snapshot.weigh(snapshot.read(question), passage.id, texts);
    },
    body: (markdown, passage) => parseBody(markdown, passage, derive(library.current()).addresses, siteUrl),
  };
}

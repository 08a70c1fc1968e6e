import { addressesOf, parseBody } from '../content/body.ts';
import type { Content } from '../content/article.ts';
import { completer, type Completer } from './complete.ts';
import { smallTalk } from '../language/small-talk.ts';
import { decide, decidePinned, rankingLength } from './decide.ts';
import { exampleQuestions } from './examples.ts';
import type { PinService } from '../curation/pins/service.ts';
import type { ServerSettings } from '../curation/settings.ts';
import type { Library } from '../knowledge/library.ts';
import type { Answers } from './service.ts';
import type { Located } from '../knowledge/ranking.ts';
import type { Snapshot } from '../knowledge/snapshot.ts';
import { splitQuestions } from './split.ts';

/** What is made of a snapshot when it is first needed. */
interface Derived {
  readonly completer: Completer;
  readonly addresses: ReturnType<typeof addressesOf>;
}

function* passagesOf({ articles }: Content): Generator<Located> {
  for (const article of articles) for (const passage of article.passages) yield { article, passage };
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
      completer: completer(passagesOf(snapshot.content), (text) => snapshot.fold(text)),
      addresses: addressesOf(snapshot.content, siteUrl),
    };
    derived.set(snapshot, made);
    return made;
  };
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
      return pinned ?? decide(ranking);
    },
    split: splitQuestions,
    smallTalk,
    async complete(typed, server, limit) {
      const snapshot = library.current();
      const questions = pins === null || server === null ? [] : await pins.complete(server, typed, limit);
      const pinned = questions.map((label) => ({ label, source: null, passage: null, pinned: true }));
      const found = derive(snapshot).completer.complete(typed, limit - pinned.length);
      const labels = new Set(pinned.map(({ label }) => label));
      return [...pinned, ...found.filter(({ label }) => !labels.has(label))];
    },
    examples: (count) => exampleQuestions(library.current().content.articles, count),
    find: (hash) => library.current().find(hash),
    findById: (id) => library.current().findById(id),
    weigh(question, passage, texts) {
      const snapshot = library.current();
      return snapshot.weigh(snapshot.read(question), passage.id, texts);
    },
    body: (markdown, passage) => parseBody(markdown, passage, derive(library.current()).addresses, siteUrl),
  };
}

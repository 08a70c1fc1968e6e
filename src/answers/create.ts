import { addressesOf, parseBody } from '../content/body.ts';
import type { Content } from '../content/article.ts';
import { completer, type Completer } from './complete.ts';
import { decide, rankingLength } from './decide.ts';
import { exampleQuestions } from './examples.ts';
import type { Library } from './library.ts';
import type { Answers, Located } from './service.ts';
import type { Snapshot } from './snapshot.ts';
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
export function createAnswers(library: Library, siteUrl: string | null): Answers {
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
    ask: ({ text }) => Promise.resolve(decide(library.current().rank(text, rankingLength))),
    split: splitQuestions,
    complete: (typed, _server, limit) => {
      const snapshot = library.current();
      return Promise.resolve(derive(snapshot).completer.complete(typed, limit));
    },
    examples: (count) => exampleQuestions(library.current().content.articles, count),
    find: (hash) => library.current().find(hash),
    findById: (id) => library.current().findById(id),
    body: (markdown, passage) => parseBody(markdown, passage, derive(library.current()).addresses, siteUrl),
  };
}

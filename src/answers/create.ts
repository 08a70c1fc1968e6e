import { addressesOf, parseBody } from '../content/body.ts';
import type { Content } from '../content/article.ts';
import { completer } from './complete.ts';
import { completions } from './completions.ts';
import { perSnapshot } from './per-snapshot.ts';
import { sectionsOf } from './section.ts';
import { installedTag } from '../language/packs.ts';
import { isPointing, toldLanguage } from '../language/told.ts';
import { smallTalk } from '../language/small-talk.ts';
import type { Answer } from './answer.ts';
import { decide, decidePinned, decideSection, rankingLength } from './decide.ts';
import { examplesIn } from './examples.ts';
import type { PinMatches } from '../curation/pins/pin.ts';
import type { PinService } from '../curation/pins/service.ts';
import type { ServerSettings } from '../curation/settings.ts';
import type { Library } from '../knowledge/library.ts';
import type { Answers } from './service.ts';
import type { Located, Ranking, ReadQuestion } from '../knowledge/ranking.ts';
import type { Snapshot } from '../knowledge/snapshot.ts';
import { sourceOf } from './source.ts';
import { splitQuestions } from './split.ts';

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
  const completerOf = perSnapshot((snapshot) =>
    completer(
      Array.from(passagesOf(snapshot.content)),
      (text) => snapshot.fold(text),
      ({ article }) => snapshot.languageOf(article),
    ),
  );
  const addresses = perSnapshot(({ content }) => addressesOf(content, siteUrl));
  const sections = perSnapshot((snapshot) =>
    sectionsOf(snapshot.content.articles, (text) => snapshot.key(text)),
  );

  /** What stands below a heading without text of its own that was asked for by its name. */
  function sectionFor(
    snapshot: Snapshot,
    read: ReadQuestion,
    ranking: Ranking,
    match: PinMatches | null,
  ): Answer | null {
    const section = sections(snapshot).get(read.key);
    if (section === undefined) return null;
    const below = section.passages.flatMap(({ passage }) => snapshot.explain(read, passage.id) ?? []);
    return decideSection(ranking, section.heading, below, match);
  }

  return {
    content: () => library.current().content,
    languages: () => library.current().languages,
    pins,
    settings,
    async ask({ text, server, isTrial = false }) {
      const snapshot = library.current();
      const read = snapshot.read(text);
      const ranking = snapshot.rank(read, rankingLength);
      const match = pins === null || server === null ? null : await pins.match(server, read, snapshot);
      const pinned = decidePinned(ranking, match);
      if (pinned !== null && server !== null && !isTrial) pins?.noteUse(server, pinned.pin.id);
      const decided = pinned ?? decide(ranking, match);
      const isAnswered = decided.kind === 'pinned' || decided.kind === 'found';
      return isAnswered ? decided : (sectionFor(snapshot, read, ranking, match) ?? decided);
    },
    split: splitQuestions,
    smallTalk,
    toldLanguage,
    isPointing,
    complete(typed, place) {
      const snapshot = library.current();
      return completions(typed, place, { snapshot, completer: completerOf(snapshot), pins });
    },
    examples(count, languages = []) {
      const snapshot = library.current();
      const { articles } = snapshot.content;
      return examplesIn(articles, count, languages.map(installedTag), (article) =>
        snapshot.languageOf(article),
      );
    },
    sourceOf,
    find: (hash) => library.current().find(hash),
    findById: (id) => library.current().findById(id),
    weigh(question, passage, texts) {
      const snapshot = library.current();
      return snapshot.weigh(snapshot.read(question), passage.id, texts);
    },
    body: (markdown, passage) => parseBody(markdown, passage, addresses(library.current()), siteUrl),
  };
}

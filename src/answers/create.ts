import { addressesOf, parseBody } from '../content/body.ts';
import type { Content } from '../content/article.ts';
import { completer } from './complete.ts';
import { completions } from './completions.ts';
import { perSnapshot } from './per-snapshot.ts';
import { sectionsOf } from './section.ts';
import { installedTag } from '../language/packs.ts';
import { asks } from '../language/asks.ts';
import { isPointing, toldLanguage } from '../language/told.ts';
import { smallTalk } from '../language/small-talk.ts';
import type { Answer, Question, ServerId } from './answer.ts';
import { barsAt, decide, decidePinned, decideSection, rankingLength, type Bars } from './decide.ts';
import { examplesIn } from './examples.ts';
import type { PinMatches } from '../curation/pins/pin.ts';
import type { PinService } from '../curation/pins/service.ts';
import type { Choices, ServerSettings } from '../curation/settings.ts';
import type { Library } from '../knowledge/library.ts';
import { foldersOf, shelvesOver } from '../knowledge/shelves.ts';
import type { Answers } from './service.ts';
import type { Located, Ranking, ReadQuestion } from '../knowledge/ranking.ts';
import type { Snapshot } from '../knowledge/snapshot.ts';
import { leaning } from './leaning.ts';
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

  const shelves = shelvesOver(() => library.current());

  /** What a server has chosen that answers depend on. */
  const chosenBy = async (server: ServerId | null): Promise<Pick<Choices, 'folders' | 'caution'>> =>
    settings === null || server === null ? everything : settings.of(server);

  async function decided({ text, server }: Question, snapshot: Snapshot, bars: Bars): Promise<Answer> {
    const read = snapshot.read(text);
    const ranking = snapshot.rank(read, rankingLength);
    const match = pins === null || server === null ? null : await pins.match(server, read, snapshot);
    const answer = decidePinned(ranking, match, bars) ?? decide(ranking, match, bars);
    const isAnswered = answer.kind === 'pinned' || answer.kind === 'found';
    return isAnswered ? answer : (sectionFor(snapshot, read, ranking, match) ?? answer);
  }

  /** What depends on the articles alone. */
  const over = (current: () => Snapshot): Reading => ({
    content: () => current().content,
    languages: () => current().languages,
    examples(count, languages = []) {
      const snapshot = current();
      const tags = languages.map(installedTag);
      return examplesIn(snapshot.content.articles, count, tags, (article) => snapshot.languageOf(article));
    },
    find: (hash) => current().find(hash),
    findById: (id) => current().findById(id),
    weigh(question, passage, texts) {
      const snapshot = current();
      return snapshot.weigh(snapshot.read(question), passage.id, texts);
    },
    body: (markdown, passage) => parseBody(markdown, passage, addresses(current()), siteUrl),
  });

  const answers: Answers = {
    ...over(() => library.current()),
    pins,
    settings,
    async ask(question) {
      const { server, isTrial = false } = question;
      const { folders, caution } = await chosenBy(server);
      const snapshot = await shelves.within(folders);
      const ask = (asked: Question): Promise<Answer> => decided(asked, snapshot, barsAt(caution));
      const answer = await leaning(question, snapshot.languages, ask);
      if (answer.kind === 'pinned' && server !== null && !isTrial) pins?.noteUse(server, answer.pin.id);
      return answer;
    },
    split: splitQuestions,
    smallTalk,
    toldLanguage,
    isPointing,
    asks,
    async complete(typed, place) {
      const { folders } = await chosenBy(place.server);
      const snapshot = await shelves.within(folders);
      return completions(typed, place, { snapshot, completer: completerOf(snapshot), pins });
    },
    sourceOf,
    whole: () => library.current().content,
    folders: () => foldersOf(library.current().content.articles),
    async within(server) {
      const { folders } = await chosenBy(server);
      if (folders.length === 0) return answers;
      const snapshot = await shelves.within(folders);
      return { ...answers, ...over(() => snapshot) };
    },
  };
  return answers;
}

type Reading = Pick<Answers, 'content' | 'languages' | 'examples' | 'find' | 'findById' | 'weigh' | 'body'>;

/** As Svar comes. */
const everything = { folders: [], caution: 0.5 } as const;

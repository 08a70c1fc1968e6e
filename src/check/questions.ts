import type { Article, AuthoredQuestion, Content, Passage } from '../content/article.ts';
import type { Match } from '../knowledge/ranking.ts';
import { decide } from '../answers/decide.ts';
import type { BuildSnapshot, Snapshot, SnapshotOptions } from '../knowledge/snapshot.ts';
import type { Finding } from './finding.ts';

/** Headings of one article that ask the same below the same headings: readers get one of the two by chance. */
export function repeatedQuestions({ passages }: Article, snapshot: Snapshot): Finding[] {
  const first = new Map<string, Passage>();
  return passages.flatMap((passage) => {
    const { heading, parents, article, line } = passage;
    // Where the headings above differ, they tell which is meant.
    const key = [snapshot.key(heading), ...parents].join('\n');
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, passage);
      return [];
    }
    if (areToldApart(before, passage, snapshot)) return [];
    const parameters = { heading, firstLine: before.line };
    return [{ code: 'question-repeated', severity: 'warning', file: article, line, parameters } as const];
  });
}

/** Headings that differ in small words only ("lyden fra", "lyden til") are two where each finds itself. */
const areToldApart = (one: Passage, other: Passage, snapshot: Snapshot): boolean =>
  wordsOf(one.heading) !== wordsOf(other.heading) &&
  findsItself(one, snapshot) &&
  findsItself(other, snapshot);

const wordsOf = (heading: string): string => (heading.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const findsItself = ({ id, heading }: Passage, snapshot: Snapshot): boolean =>
  snapshot.rank(snapshot.read(heading), 1).matches[0]?.passage.id === id;

/** Phrasings that are another passage's heading or phrasing as well. */
export function sharedPhrasings({ articles }: Content, snapshot: Snapshot): Finding[] {
  const owners = new Map<string, Passage>();
  const passages = articles.flatMap((article) => article.passages);
  for (const passage of passages) {
    const key = snapshot.key(passage.heading);
    if (!owners.has(key)) owners.set(key, passage);
  }
  return passages.flatMap((passage) =>
    passage.phrasings.flatMap(({ text, line }) => {
      const key = snapshot.key(text);
      const owner = owners.get(key) ?? passage;
      owners.set(key, owner);
      if (owner.id === passage.id || snapshot.alike(owner.id, passage.id)) return [];
      const parameters = { phrasing: text, other: named(owner) };
      return [
        { code: 'phrasing-shared', severity: 'warning', file: passage.article, line, parameters } as const,
      ];
    }),
  );
}

/** `tests` questions that do not lead to their passage: neither posted nor among the suggestions. */
export function missedTests({ articles }: Content, snapshot: Snapshot): Finding[] {
  return articles.flatMap(({ passages }) =>
    passages.flatMap((passage) =>
      passage.tests.flatMap(({ text, line }) => {
        const { isMet, instead } = outcome(snapshot, text, passage);
        if (isMet) return [];
        const parameters = {
          question: text,
          heading: passage.heading,
          instead: instead === null ? null : named(instead.passage),
          missing: missingWord(snapshot.explain(snapshot.read(text), passage.id)),
        };
        return [{ code: 'test-missed', severity: 'error', file: passage.article, line, parameters } as const];
      }),
    ),
  );
}

/** What people would get for a question, seen from the passage that ought to answer it. */
function outcome(
  snapshot: Snapshot,
  text: string,
  passage: Passage,
): { isMet: boolean; instead: Match | null } {
  const answer = decide(snapshot.rank(snapshot.read(text), 10));
  const shown = answer.kind === 'found' ? [answer.match] : answer.kind === 'unsure' ? answer.suggestions : [];
  const isMet = shown.some(({ passage: { id } }) => id === passage.id || snapshot.alike(id, passage.id));
  return { isMet, instead: shown[0] ?? null };
}

/** The word of the question that weighs most among those that the passage lacks. */
function missingWord(match: Match | null): string | null {
  const missing = (match?.evidence.words ?? []).filter(({ fields }) => fields.length === 0);
  return missing.toSorted((a, b) => b.share - a.share)[0]?.asked ?? null;
}

/** Passages indexed by all rounds together: a few seconds of work. */
const passageBudget = 20_000;
const mostRounds = 20;

/**
 * Takes each phrasing out in turn and asks it: do the rest still find its passage, or does another one take it over?
 * Each round takes at most one phrasing out of each entry; large content gets fewer rounds, at least one.
 */
export async function stolenPhrasings(
  content: Content,
  build: BuildSnapshot,
  options: SnapshotOptions,
): Promise<Finding[]> {
  const passages = content.articles.flatMap((article) => article.passages);
  const longest = passages.reduce((most, { phrasings }) => Math.max(most, phrasings.length), 0);
  const affordable = Math.max(1, Math.floor(passageBudget / Math.max(1, passages.length)));
  const findings: Finding[] = [];
  for (let round = 0; round < Math.min(longest, affordable, mostRounds); round += 1) {
    const snapshot = await build(without(content, round), options);
    for (const passage of passages) findings.push(...stolen(snapshot, passage, passage.phrasings[round]));
  }
  return findings;
}

function stolen(snapshot: Snapshot, passage: Passage, phrasing: AuthoredQuestion | undefined): Finding[] {
  if (phrasing === undefined) return [];
  const { isMet, instead } = outcome(snapshot, phrasing.text, passage);
  if (isMet || instead === null) return [];
  const parameters = { phrasing: phrasing.text, heading: passage.heading, by: named(instead.passage) };
  return [
    { code: 'phrasing-stolen', severity: 'warning', file: passage.article, line: phrasing.line, parameters },
  ];
}

function without(content: Content, round: number): Content {
  const articles = content.articles.map((article) => ({
    ...article,
    passages: article.passages.map((passage) => ({
      ...passage,
      phrasings: passage.phrasings.filter((_, place) => place !== round),
    })),
  }));
  return { ...content, articles };
}

const named = ({ article, heading }: Passage): string => `${heading} (${article})`;

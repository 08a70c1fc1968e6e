import { lookupOf, groupsOf, type Group } from './groups.ts';
import type { PassageIndex } from './index-builder.ts';
import type { AnalysedLine, AnalysedQuestion, Word } from './input.ts';
import { at } from './rows.ts';
import { harmonicMean, inverseDocumentFrequency, roleWeight } from './weight.ts';

/** Questions kept outside the articles, weighed with how rare words are in the articles. */
export interface LineIndex {
  /** The line nearest to the question: its number and the likeness 0..1; null where no word is shared. */
  nearest(question: AnalysedQuestion): { readonly line: number; readonly likeness: number } | null;
}

/** A negation or another kind of question turns the meaning around. */
const otherKind = 0.75;
/** Words shared must weigh this much together before they tell anything. */
const evidenceScale = 2;

/** Indexes lines by their words. `tellsApart` names function words that change the meaning (negations). */
export function lineIndex(
  articles: PassageIndex,
  lines: readonly AnalysedLine[],
  tellsApart: (word: Word) => boolean,
): LineIndex {
  const holding = new Map<string, number[]>();
  lines.forEach(({ words }, line) => {
    for (const term of new Set(told(words).map((word) => word.term))) {
      const rows = holding.get(term);
      if (rows === undefined) holding.set(term, [line]);
      else rows.push(line);
    }
  });
  const weights = lines.map(({ words }) => lineWeight(articles, words));
  const negations = lines.map(({ words }) => negationKey(words, tellsApart));

  return {
    nearest(question) {
      const groups = groupsOf(articles, question, { without: new Set() });
      const met = metByLine(articles, groups, holding);
      const negation = negationKey(question.words, tellsApart);
      let best: { line: number; likeness: number } | null = null;
      for (const [line, shares] of met) {
        const kind = lines[line]?.kind ?? null;
        const isOther = kind !== null && question.kind !== null && kind !== question.kind;
        if (negations[line] !== negation) continue;
        const likeness = likenessOf(groups, shares, weights[line] ?? 0) * (isOther ? otherKind : 1);
        if (best === null || likeness > best.likeness) best = { line, likeness };
      }
      return best;
    },
  };
}

const told = (words: readonly Word[]): readonly Word[] => words.filter(({ role }) => role !== 'function');

function idfOf(articles: PassageIndex, term: string): number {
  const id = articles.vocabulary.idOf(term);
  return id < 0 ? inverseDocumentFrequency(articles.size, 0) : at(articles.postings.idf, id);
}

const wordWeight = (articles: PassageIndex, { term, role }: Word): number =>
  (idfOf(articles, term) + 0.2) * roleWeight[role];

function lineWeight(articles: PassageIndex, words: readonly Word[]): number {
  const distinct = new Map(told(words).map((word) => [word.term, word]));
  return Array.from(distinct.values()).reduce((sum, word) => sum + wordWeight(articles, word), 0);
}

const negationKey = (words: readonly Word[], tellsApart: (word: Word) => boolean): string =>
  Array.from(new Set(words.filter(tellsApart).map(({ term }) => term)))
    .toSorted()
    .join(' ');

/** By line, then by group: how well the line meets that word of the question. */
function metByLine(
  articles: PassageIndex,
  groups: readonly Group[],
  holding: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, Map<number, number>> {
  const met = new Map<number, Map<number, number>>();
  const note = (term: string, group: number, weight: number): void => {
    for (const line of holding.get(term) ?? []) {
      const own = met.get(line) ?? new Map<number, number>();
      met.set(line, own.set(group, Math.max(weight, own.get(group) ?? 0)));
    }
  };
  groups.forEach(({ word }, group) => {
    note(word.term, group, 1);
    for (const { term, weight } of word.alternatives) note(term, group, weight);
  });
  for (const [term, hits] of lookupOf(articles, groups)) {
    for (const { group, weight } of hits) note(articles.vocabulary.terms[term] ?? '', group, weight);
  }
  return met;
}

function likenessOf(groups: readonly Group[], met: ReadonlyMap<number, number>, lineTotal: number): number {
  let asked = 0;
  let shared = 0;
  let weight = 0;
  groups.forEach(({ share, idf, word }, group) => {
    const value = met.get(group) ?? 0;
    asked += share * value;
    shared += (idf + 0.2) * roleWeight[word.role] * value;
    weight += idf * roleWeight[word.role] * value;
  });
  const explained = lineTotal === 0 ? 0 : Math.min(1, shared / lineTotal);
  return harmonicMean(asked, explained) * (1 - Math.exp(-weight / evidenceScale));
}

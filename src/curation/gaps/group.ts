import { setImmediate } from 'node:timers/promises';
import type { Snapshot } from '../../knowledge/snapshot.ts';

/** Groups of places in a list, each in order. */
export type Groups = readonly (readonly number[])[];

/**
 * How much a question has to have in common with a group. Found on 120 ways to ask for 15 things among 380 other
 * questions: from .3 to .4 all fifteen come out on top; below, strangers join them, above, the groups fall apart.
 */
const alikeFrom = 0.35;
/** A question joins by the mean of its best links: one alone chains strangers together. */
const links = 2;

/** Questions that ask for the same thing by the matcher's own terms, as places in the list. Other work gets a turn meanwhile. */
export async function groupByMeaning(texts: readonly string[], snapshot: Snapshot): Promise<Groups> {
  const rows: ReadonlyMap<number, number>[] = [];
  for (const row of snapshot.likenesses(texts)) {
    rows.push(new Map(row.map(({ other, alike }) => [other, alike])));
    await setImmediate();
  }
  return groupAlike(rows);
}

/**
 * Puts questions that ask for the same thing into groups. Each question in turn joins the group that it is most like, or
 * begins one: so what comes later never parts those that came before.
 * @param rows for each question how much it has in common with others, 0..1, by their places
 */
export function groupAlike(rows: readonly ReadonlyMap<number, number>[]): Groups {
  const groups: number[][] = [];
  const groupOf: number[] = [];
  for (const place of rows.keys()) {
    const nearest = nearestGroup(linksTo(place, rows, groupOf), groups);
    const group = nearest ?? groups.push([]) - 1;
    groups[group]?.push(place);
    groupOf.push(group);
  }
  return groups;
}

/** How much a question has in common with those before it, by their groups. */
function linksTo(
  place: number,
  rows: readonly ReadonlyMap<number, number>[],
  groupOf: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const byGroup = new Map<number, number[]>();
  for (const [other, alike] of rows[place] ?? []) {
    const group = groupOf[other];
    // Those that come later have no group yet.
    if (group === undefined) continue;
    const both = (alike + (rows[other]?.get(place) ?? 0)) / 2;
    byGroup.set(group, [...(byGroup.get(group) ?? []), both]);
  }
  return byGroup;
}

/** The group that is near enough and nearest; the first of several. Null where none is. */
function nearestGroup(
  likenesses: ReadonlyMap<number, readonly number[]>,
  groups: readonly (readonly number[])[],
): number | null {
  let best: { readonly group: number; readonly near: number } | null = null;
  for (const [group, alike] of likenesses) {
    const near = nearness(alike, groups[group]?.length ?? 0);
    const isBetter = best === null || near > best.near || (near === best.near && group < best.group);
    if (near >= alikeFrom && isBetter) best = { group, near };
  }
  return best?.group ?? null;
}

/** Who has nothing in common with a member has so much less in common with the group. */
function nearness(alike: readonly number[], size: number): number {
  const best = alike.toSorted((a, b) => b - a).slice(0, links);
  return best.reduce((sum, one) => sum + one, 0) / Math.max(1, Math.min(links, size));
}

import type { Figures } from './figures.ts';

/** A bound that a figure must keep: at least so much, or at most where less is better. */
export interface Floor {
  readonly figure: string;
  readonly bound: number;
}

const lessIsBetter: readonly string[] = ['bothered', 'wrong'] satisfies readonly (keyof Figures)[];

/** Reads `top1=70,bothered=30`; null where it is no such list. Names are those of `Figures`, in any case. */
export function parseFloors(text: string, known: readonly string[]): readonly Floor[] | null {
  const floors = text.split(',').map((part): Floor | null => {
    const [name = '', value = ''] = part.split('=').map((side) => side.trim());
    const figure = known.find((one) => one.toLowerCase() === name.toLowerCase());
    const bound = Number(value);
    return figure === undefined || value === '' || Number.isNaN(bound) ? null : { figure, bound };
  });
  const read = floors.filter((floor) => floor !== null);
  return read.length === floors.length ? read : null;
}

/** The bounds that a set's figures break; a figure that the set has nothing to count for keeps every bound. */
export function brokenFloors(
  figures: Figures,
  floors: readonly Floor[],
): readonly (Floor & { readonly actual: number; readonly isCeiling: boolean })[] {
  const values = new Map<string, number | null>(Object.entries(figures));
  return floors.flatMap((floor) => {
    const actual = values.get(floor.figure) ?? null;
    const isCeiling = lessIsBetter.includes(floor.figure);
    if (actual === null || (isCeiling ? actual <= floor.bound : actual >= floor.bound)) return [];
    return [{ ...floor, actual, isCeiling }];
  });
}

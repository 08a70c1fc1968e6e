import type { Figures } from './figures.ts';

/** A figure that must not fall below a value. */
export interface Floor {
  readonly figure: string;
  readonly least: number;
}

/** Reads `top1=70,auroc=0.95`; null where it is no such list. Names are those of `Figures`, in any case. */
export function parseFloors(text: string, known: readonly string[]): readonly Floor[] | null {
  const floors = text.split(',').map((part): Floor | null => {
    const [name = '', value = ''] = part.split('=').map((side) => side.trim());
    const figure = known.find((one) => one.toLowerCase() === name.toLowerCase());
    const least = Number(value);
    return figure === undefined || value === '' || Number.isNaN(least) ? null : { figure, least };
  });
  const read = floors.filter((floor) => floor !== null);
  return read.length === floors.length ? read : null;
}

/** The floors that a set's figures do not reach; a figure that the set has nothing to count for reaches every floor. */
export function belowFloors(
  figures: Figures,
  floors: readonly Floor[],
): readonly (Floor & { readonly actual: number })[] {
  const values = new Map<string, number | null>(Object.entries(figures));
  return floors.flatMap((floor) => {
    const actual = values.get(floor.figure) ?? null;
    return actual === null || actual >= floor.least ? [] : [{ ...floor, actual }];
  });
}

/** Counts things by name; names are few and ours. */
export interface Tally {
  add(name: string): void;
  readonly counts: ReadonlyMap<string, number>;
}

export function openTally(): Tally {
  const counts = new Map<string, number>();
  return {
    counts,
    add(name) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
  };
}

import type { Snapshot } from '../knowledge/snapshot.ts';

/** What is made of a snapshot when it is first needed, and kept as long as the snapshot. */
export function perSnapshot<Made>(make: (snapshot: Snapshot) => Made): (snapshot: Snapshot) => Made {
  const kept = new WeakMap<Snapshot, { readonly made: Made }>();
  return (snapshot) => {
    const known = kept.get(snapshot);
    if (known !== undefined) return known.made;
    const made = make(snapshot);
    kept.set(snapshot, { made });
    return made;
  };
}

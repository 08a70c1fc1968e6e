import type { Logger } from '../../log.ts';
import type { Keying, PinRules, PinStore } from '../../store/store.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import { pinLimits } from './draft.ts';
import type { PinOverlay } from './overlay.ts';
import type { UseCounter } from './uses.ts';

/** What every part of the service works on. */
export interface PinContext {
  readonly store: PinStore;
  readonly overlay: PinOverlay;
  readonly uses: UseCounter;
  readonly log: Logger;
  /** The snapshot of now. */
  readonly current: () => Snapshot;
}

/** How questions are told apart beside these articles. */
const keyingOf = (snapshot: Snapshot): Keying => ({
  version: snapshot.keyVersion,
  keyOf: (text) => snapshot.key(text),
});

/** What changes are held to beside these articles. */
export const rulesBeside = (snapshot: Snapshot): PinRules => ({
  limit: pinLimits.perServer,
  keying: keyingOf(snapshot),
});

import type { Logger } from '../../log.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { PinStore } from '../../store/store.ts';
import { pinChanges } from './changes.ts';
import type { PinContext } from './context.ts';
import { pinLookups } from './lookups.ts';
import { pinOverlay } from './overlay.ts';
import type { PinService } from './pin-service.ts';
import { useCounter } from './uses.ts';

export type { PinService } from './pin-service.ts';

/** The service over a store; `current` gives the snapshot of now. */
export function pinService(store: PinStore, current: () => Snapshot, log: Logger): PinService {
  const uses = useCounter(store, log);
  const context: PinContext = { store, overlay: pinOverlay(store, log), uses, log, current };
  return {
    ...pinLookups(context),
    ...pinChanges(context),
    noteUse: (server, id) => {
      uses.note(server, id);
    },
    refresh: (server) => {
      context.overlay.refresh(server);
    },
    close: () => uses.close(),
  };
}

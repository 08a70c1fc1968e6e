import { openStore, type StorePlace } from '../../src/store/open.ts';
import { pinOf, server } from '../store/pin.ts';

/** Adds, edits, deletes and brings back pins until it is killed, and tells each deed once it is confirmed: `id state`. */
const place: StorePlace = JSON.parse(process.argv[2] ?? '{}');
const round = process.argv[3] ?? '';
const store = await openStore(place);
const deed = { by: null, at: new Date() };
const limit = 1_000_000;
const tell = (id: string, state: string): void => {
  process.stdout.write(`${id} ${state}\n`);
};

for (let number = 0; ; number++) {
  const added = await store.pins.add(server, pinOf(`r${round} n${String(number)}`), deed, limit);
  if (!added.ok) continue;
  const { id } = added.value;
  tell(id, 'added');
  if (
    number % 2 === 0 &&
    (await store.pins.edit(server, id, pinOf(`r${round} n${String(number)} b`), deed)).ok
  )
    tell(id, 'edited');
  if (number % 3 === 0 && (await store.pins.close(server, id, 'deleted', deed)).ok) {
    tell(id, number % 6 === 0 ? 'deleted' : 'removed');
    if (number % 6 === 0 && (await store.pins.undo(server, id, deed, limit)).ok) tell(id, 'restored');
  }
}

import { openStore, type StorePlace } from '../../src/store/open.ts';
import { pinOf, rules, server } from '../store/pin.ts';

/** Adds, edits, deletes and brings back pins until it is killed, and tells each deed once it is confirmed: `id state`. */
const place: StorePlace = JSON.parse(process.argv[2] ?? '{}');
const round = process.argv[3] ?? '';
const store = await openStore(place);
const deed = { by: null, at: new Date() };
const all = rules(1_000_000);
const tell = (id: string, state: string): void => {
  process.stdout.write(`${id} ${state}\n`);
};

for (let number = 0; ; number++) {
  const added = await store.pins.add(server, pinOf(`r${round} n${String(number)}`), deed, all);
  if (!added.ok) continue;
  const { id } = added.value;
  tell(id, 'added');
  let { revision } = added.value;
  if (number % 2 === 0) {
    const edited = await store.pins.edit(
      server,
      id,
      revision,
      pinOf(`r${round} n${String(number)} b`),
      deed,
      all,
    );
    if (edited.ok) tell(id, 'edited');
    revision += edited.ok ? 1 : 0;
  }
  if (number % 3 === 0 && (await store.pins.close(server, id, 'deleted', deed)).ok) {
    tell(id, number % 6 === 0 ? 'deleted' : 'removed');
    if (number % 6 === 0 && (await store.pins.undo(server, id, revision + 1, deed, all)).ok)
      tell(id, 'restored');
  }
}

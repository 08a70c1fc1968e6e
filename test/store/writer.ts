import { openStore, type StorePlace } from '../../src/store/open.ts';
import { pinOf, rules, server } from './pin.ts';

/** Adds pins one after another and prints the question of each once it is confirmed: `place prefix count`. */
const place: StorePlace = JSON.parse(process.argv[2] ?? '{}');
const prefix = process.argv[3] ?? '';
const count = Number(process.argv[4]);
const store = await openStore(place);
for (let number = 0; number < count; number++) {
  const question = `${prefix} ${String(number)}`;
  const added = await store.pins.add(server, pinOf(question), { by: null, at: new Date() }, rules(1_000_000));
  process.stdout.write(added.ok ? `${question}\n` : `problem ${added.problem.kind}\n`);
}
await store.close();

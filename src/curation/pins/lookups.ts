import type { ServerId } from '../../store/server.ts';
import type { StoredPin } from '../../store/store.ts';
import { applyPins } from './apply.ts';
import type { PinContext } from './context.ts';
import { exportPins } from './export.ts';
import type { PinView } from './pin.ts';
import type { PinService } from './pin-service.ts';
import { listedOf, viewOf } from './view.ts';

/** Everything that reads pins. */
type Lookups = Pick<PinService, 'match' | 'find' | 'named' | 'complete' | 'list' | 'export' | 'apply'>;

export function pinLookups(context: PinContext): Lookups {
  const { store, current } = context;
  return {
    match: (server, question, snapshot) => match(context, server, question, snapshot),
    async find(server, id) {
      const found = await store.find(server, id);
      if (!found.ok) return found;
      return { ok: true, value: found.value === null ? null : listedOf(found.value, current()) };
    },
    named: (server, text) => named(context, server, text),
    complete: (server, typed, limit) => complete(context, server, typed, limit),
    list: (server) => list(context, server),
    async export(server) {
      const pins = await store.list(server, ['live']);
      return pins.ok ? { ok: true, value: exportPins(pins.value) } : pins;
    },
    async apply(server, dir) {
      const pins = await list(context, server);
      return pins.ok ? { ok: true, value: await applyPins(pins.value, current(), dir) } : pins;
    },
  };
}

/** Pins that a question may mean are looked for until so many are found. */
const mostNear = 5;

async function match(
  { overlay }: PinContext,
  ...[server, question, snapshot]: Parameters<Lookups['match']>
): ReturnType<Lookups['match']> {
  const set = await overlay.setOf(server, snapshot);
  if (set === null || set.pins.size === 0) return null;
  const { index, pins } = set;
  const viewed = (id: string | null): PinView | null => {
    const pin = id === null ? undefined : pins.get(id);
    return pin === undefined ? null : viewOf(pin, snapshot);
  };
  const asking = (text: string): PinView | null => viewed(index.owner(snapshot.key(text)));
  return {
    same: viewed(index.owner(question.key)),
    near: index.near(question, mostNear).flatMap(({ id, ...nearness }) => {
      const pin = viewed(id);
      return pin === null ? [] : [{ pin, ...nearness }];
    }),
    of: ({ heading, phrasings }) =>
      asking(heading) ?? phrasings.map(({ text }) => asking(text)).find((pin) => pin !== null) ?? null,
  };
}

async function list({ store, uses, current }: PinContext, server: ServerId): ReturnType<Lookups['list']> {
  await uses.flush();
  const pins = await store.list(server, ['live']);
  if (!pins.ok) return pins;
  const snapshot = current();
  return { ok: true, value: pins.value.map((pin) => listedOf(pin, snapshot)) };
}

/** By its id, else by what it is asked, else by the one question that holds what was typed. */
async function named(
  { store, current }: PinContext,
  server: ServerId,
  text: string,
): ReturnType<Lookups['named']> {
  const pins = await store.list(server, ['live']);
  if (!pins.ok) return pins;
  const snapshot = current();
  const key = snapshot.key(text);
  const typed = snapshot.fold(text);
  const asks = ({ question, phrasings }: StoredPin): boolean =>
    key !== '' && [question, ...phrasings].some((asked) => snapshot.key(asked) === key);
  const holding = pins.value.filter(({ question }) => snapshot.fold(question).includes(typed));
  const found =
    pins.value.find(({ id }) => id === text) ??
    pins.value.find(asks) ??
    (typed !== '' && holding.length === 1 ? holding[0] : undefined);
  return { ok: true, value: found === undefined ? null : listedOf(found, snapshot) };
}

/** Questions whose beginnings were typed come before those that only hold the words, in themselves or in a phrasing. */
async function complete(
  { overlay, current }: PinContext,
  server: ServerId,
  typed: string,
  limit: number,
): Promise<readonly string[]> {
  const snapshot = current();
  const set = await overlay.setOf(server, snapshot);
  const folded = snapshot.fold(typed);
  const words = folded.split(' ');
  const rank = ({ question, phrasings }: StoredPin): number => {
    const [own = '', ...others] = [question, ...phrasings].map((text) => snapshot.fold(text));
    if (own.startsWith(folded)) return 0;
    if (words.every((word) => own.includes(word))) return 1;
    return others.some((text) => words.every((word) => text.includes(word))) ? 2 : 3;
  };
  return Array.from(set?.pins.values() ?? [], (pin) => ({ pin, rank: rank(pin) }))
    .filter((one) => one.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ pin }) => pin.question);
}

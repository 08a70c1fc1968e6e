import type { Member, OtherMember } from '../store/leases.ts';

/**
 * What a process may rely on. Pure: time is given, in milliseconds of a clock of its own that never runs backwards. A
 * lease is held by the database's clock for a span from when it was renewed; the process counts a shorter one from
 * when it _asked_ for that, so it always gives up before another may take over.
 */
export interface Sureness {
  readonly held: ReadonlySet<string>;
  /** When it last asked for what then proved that nobody else can hold these. */
  readonly provenAt: number;
}

export const noSureness: Sureness = { held: new Set(), provenAt: -Infinity };

/** A renewal that was asked for at that time came back with what is held. */
export const renewed = (_: Sureness, held: Iterable<string>, at: number): Sureness => ({
  held: new Set(held),
  provenAt: at,
});

/** The database was not running when it was asked: nobody can have taken anything, nor can for a span from its return. */
export const proven = ({ held, provenAt }: Sureness, at: number): Sureness => ({
  held,
  provenAt: Math.max(provenAt, at),
});

export const lostAll = ({ provenAt }: Sureness): Sureness => ({ held: new Set(), provenAt });

/** Whether nobody else can hold what this one does. */
export const isSure = ({ provenAt }: Sureness, now: number, sureFor: number): boolean =>
  now - provenAt < sureFor;

/** Shares that are leased out shard by shard begin so; what follows names the generation. */
const leased = 'generation:';

/** What a process serves, as the others see it: `generation:one`, `fixed:4:0,1` (these shards of so many), or `all`. */
export function shareOf(member: {
  readonly leases: boolean;
  readonly generation: string;
  readonly shards: readonly number[] | null;
  readonly shardCount: number | null;
}): string {
  const { leases, generation, shards, shardCount } = member;
  if (leases) return leased + generation;
  if (shardCount === null) return 'all';
  const all = Array.from({ length: shardCount }, (_, shard) => shard);
  return `fixed:${String(shardCount)}:${(shards ?? all).join(',')}`;
}

/** Whether no other process is told of the events that this one is told of. */
export const isAlone = (
  self: Pick<Member, 'share'>,
  others: readonly Pick<OtherMember, 'share'>[],
): boolean => !others.some(({ share }) => meets(self.share, share));

function meets(one: string, other: string): boolean {
  if (one.startsWith(leased) && one === other) return false;
  const [kind, count, shards = ''] = one.split(':');
  const [otherKind, otherCount, otherShards = ''] = other.split(':');
  if (kind !== 'fixed' || otherKind !== 'fixed' || count !== otherCount) return true;
  const theirs = new Set(otherShards.split(','));
  return shards.split(',').some((shard) => theirs.has(shard));
}

/**
 * How many more shards a process may take: its part of all, rounded up. With several shards the first beat takes none,
 * so that those who start together share them.
 */
export function mayTake(
  held: ReadonlySet<string>,
  { share, shardCount }: Pick<Member, 'share' | 'shardCount'>,
  others: readonly Pick<OtherMember, 'share'>[],
  beats: number,
): number {
  if (shardCount === null || (shardCount > 1 && beats < 2)) return 0;
  const members = 1 + others.filter((other) => other.share === share).length;
  const mine = Array.from(held).filter((name) => name.startsWith(`${share} `)).length;
  return Math.ceil(shardCount / members) - mine;
}

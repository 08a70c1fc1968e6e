import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { ClaimStore } from '../../store/claims.ts';
import type { FeedbackStore, Pick } from '../../store/feedback.ts';
import type { Result } from '../../store/problem.ts';
import type { ServerId } from '../../store/server.ts';
import type { Gap, TryQuestion } from '../gaps/gap.ts';
import type { Gaps } from '../gaps/service.ts';
import type { ListedPin, PinFault, PinOutcome } from '../pins/pin.ts';
import type { PinService } from '../pins/service.ts';
import { accepted } from './accept.ts';
import type { Offer, OfferedAnswer } from './offer.ts';
import { offerId, pickedInstead, pickedOffers } from './picked.ts';

/** What Svar would do if a moderator says so, by server. */
export interface Offers {
  /** The most important first. What was declined is left out. */
  list(server: ServerId): Promise<Result<readonly Offer[]>>;
  /** The offer that goes by this id now; null where it is settled or declined. */
  find(server: ServerId, id: string): Promise<Result<Offer | null>>;
  /** Does what is offered; the pin as it stands then, which `PinService.undo` takes back. */
  accept(server: ServerId, id: string, by: string): Promise<PinOutcome | { ok: false; problem: OfferGone }>;
  /** Offers it no more. */
  decline(server: ServerId, id: string): Promise<Result<Offer | null>>;
  /** Takes back that it was declined. */
  restore(server: ServerId, id: string): Promise<Result<boolean>>;
}

/** The offer is settled meanwhile, or takes a person to choose. */
export interface OfferGone {
  readonly kind: 'offer-gone';
}
export type OfferFault = PinFault | OfferGone;

/** What the service works over. */
export interface OfferContext {
  readonly feedback: FeedbackStore;
  /** Stores the picks that are only counted yet. */
  readonly flush: () => Promise<void>;
  readonly claims: ClaimStore;
  readonly pins: PinService;
  readonly gaps: Gaps;
  readonly current: () => Snapshot;
  readonly tryQuestion: TryQuestion;
}

/** A pin that has answered nobody for so long is offered for removal. Milliseconds. */
const unusedFor = 90 * 24 * 60 * 60 * 1000;
/** A list is remembered for its buttons. Milliseconds. */
const remembered = 10 * 60 * 1000;
/** Voted-down questions of one gap from which on it is offered. */
const downFrom = 3;

/** The service over a store. */
export function offerService(context: OfferContext): Offers {
  const { claims, pins } = context;
  const seen = new Map<ServerId, { readonly offers: readonly Offer[]; readonly until: number }>();

  async function list(server: ServerId): Promise<Result<readonly Offer[]>> {
    const all = await allOffers(context, server);
    if (!all.ok) return all;
    const declined = await claims.taken(server, all.value.flatMap(({ ids }) => ids).map(claimOf));
    if (!declined.ok) return declined;
    // Whoever declined it when it was smaller has declined it.
    const isOpen = ({ ids }: Offer): boolean => !ids.some((id) => declined.value.has(claimOf(id)));
    const offers = all.value.filter(isOpen);
    seen.set(server, { offers, until: Date.now() + remembered });
    return { ok: true, value: offers };
  }

  /** What was listed a moment ago is what a button below it means: going through every question again takes seconds. */
  async function recent(server: ServerId): Promise<Result<readonly Offer[]>> {
    const known = seen.get(server);
    return known !== undefined && known.until > Date.now() ? { ok: true, value: known.offers } : list(server);
  }

  async function find(server: ServerId, id: string): Promise<Result<Offer | null>> {
    const open = await recent(server);
    return open.ok ? { ok: true, value: open.value.find(({ ids }) => ids.includes(id)) ?? null } : open;
  }

  /** It is settled: the others stay as they were listed. */
  function drop(server: ServerId, { id }: Offer): void {
    const known = seen.get(server);
    if (known === undefined) return;
    seen.set(server, { ...known, offers: known.offers.filter((offer) => offer.id !== id) });
  }

  return {
    list,
    find,
    async accept(server, id, by) {
      const found = await find(server, id);
      if (!found.ok) return found;
      const deed = found.value === null ? null : accepted(found.value, server, by, pins);
      if (found.value === null || deed === null) return { ok: false, problem: { kind: 'offer-gone' } };
      const outcome = await deed;
      if (outcome.ok) drop(server, found.value);
      return outcome;
    },
    async decline(server, id) {
      const found = await find(server, id);
      if (!found.ok || found.value === null) return found;
      for (const one of found.value.ids) {
        const taken = await claims.take(server, claimOf(one), new Date());
        if (!taken.ok) return taken;
      }
      drop(server, found.value);
      return found;
    },
    async restore(server, id) {
      seen.delete(server);
      const all = await allOffers(context, server);
      if (!all.ok) return all;
      const ids = all.value.find((offer) => offer.ids.includes(id))?.ids ?? [];
      for (const one of ids) {
        const released = await claims.release(server, claimOf(one));
        if (!released.ok) return released;
      }
      return { ok: true, value: ids.length > 0 };
    },
  };
}

const claimOf = (id: string): string => `declined ${id}`;

async function allOffers(
  { feedback, flush, pins, gaps, current, tryQuestion }: OfferContext,
  server: ServerId,
): Promise<Result<readonly Offer[]>> {
  await flush();
  const listed = await pins.list(server);
  if (!listed.ok) return listed;
  const picks = await feedback.picks(server);
  if (!picks.ok) return picks;
  const asked = await gaps.list(server);
  if (!asked.ok) return asked;
  const snapshot = current();
  const byId = new Map(listed.value.map((pin) => [pin.id, pin]));
  const answerOf = (target: string): OfferedAnswer | null => {
    const pin = target.startsWith('p') ? byId.get(target.slice(1)) : undefined;
    if (pin !== undefined) return { kind: 'pin', pin };
    const located = snapshot.find(target);
    return located === null ? null : { kind: 'passage', located };
  };
  const picked = await pickedOffers(picks.value, server, snapshot, tryQuestion, answerOf);
  const down = asked.value.open.flatMap((gap) => downOffer(gap, picks.value, snapshot, answerOf));
  const value = [...picked, ...down, ...listed.value.flatMap((pin) => pinOffer(pin))];
  return { ok: true, value };
}

function downOffer(
  gap: Gap,
  picks: readonly Pick[],
  snapshot: Snapshot,
  answerOf: (target: string) => OfferedAnswer | null,
): readonly Offer[] {
  if (gap.down.length < downFrom) return [];
  const texts = gap.wordings.map(({ text }) => text);
  const targets = pickedInstead(picks, texts, new Set(gap.down), snapshot);
  const instead = targets.flatMap((target) => answerOf(target) ?? [])[0] ?? null;
  const ids = gap.wordings.flatMap((wording) => wording.ids.map((id) => offerId('downvoted', id)));
  return [{ kind: 'downvoted', id: offerId('downvoted', gap.id), ids, gap, count: gap.down.length, instead }];
}

/** What may be done about a pin by itself: that it is covered says more than that nobody needed it. */
function pinOffer(pin: ListedPin): readonly Offer[] {
  const id = offerId('pin', pin.id, String(pin.revision), pin.state);
  if (pin.state === 'covered') return [{ kind: 'covered', id, ids: [id], pin }];
  const since = new Date(Math.max(pin.lastUsedAt?.getTime() ?? 0, pin.updatedAt.getTime()));
  const isUnused = since.getTime() < Date.now() - unusedFor;
  return isUnused ? [{ kind: 'unused', id, ids: [id], pin, since }] : [];
}

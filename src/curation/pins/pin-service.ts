import type { ReadQuestion } from '../../knowledge/ranking.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { Result } from '../../store/problem.ts';
import type { ServerId } from '../../store/server.ts';
import type { ChannelPin } from '../../store/store.ts';
import type { Applied } from './apply.ts';
import type { PinDraft } from './draft.ts';
import type { ListedPin, PinFault, PinMatches, PinOutcome } from './pin.ts';

/** What moderators decide, by server. Nothing is confirmed that is not stored; a store that fails is a problem, never "none". */
export interface PinService {
  /** A pin answered somebody. Counted in memory, stored every minute and on `close`. */
  noteUse(server: ServerId, id: string): void;
  /** What the pins have to do with a question, as `snapshot` read it; null where there are none. */
  match(server: ServerId, question: ReadQuestion, snapshot: Snapshot): Promise<PinMatches | null>;
  add(server: ServerId, draft: PinDraft, by: string | null): Promise<PinOutcome>;
  /** Changes the pin as it was at `revision`. */
  edit(
    server: ServerId,
    id: string,
    revision: number,
    draft: PinDraft,
    by: string | null,
  ): Promise<PinOutcome>;
  /** Takes over what the pinned passage says now. */
  renew(server: ServerId, id: string, revision: number, by: string | null): Promise<PinOutcome>;
  remove(server: ServerId, id: string, by: string | null): Promise<PinOutcome>;
  /** Takes a pin out of use that the articles answer by themselves. */
  retire(server: ServerId, id: string, by: string | null): Promise<PinOutcome>;
  /** Takes the change back that led to this revision, adding and undoing included; nobody else's. */
  undo(server: ServerId, id: string, revision: number, by: string | null): Promise<PinOutcome>;
  setChannelPin(server: ServerId, id: string, channelPin: ChannelPin | null): Promise<PinOutcome>;
  /** Removed and retired ones too: what was posted of them can still be read. */
  find(server: ServerId, id: string): Promise<Result<ListedPin | null>>;
  /** The live pin that somebody means: its id, its question or phrasing, or words that only one question holds. */
  named(server: ServerId, text: string): Promise<Result<ListedPin | null>>;
  /** Pinned questions for autocompletion, best first; at most `limit`. */
  complete(server: ServerId, typed: string, limit: number): Promise<readonly string[]>;
  /** Newest first. */
  list(server: ServerId): Promise<Result<readonly ListedPin[]>>;
  /** All live pins as an article that answers the same questions. */
  export(server: ServerId): Promise<Result<string>>;
  /** Adds a pin for each question of an exported article; each with its fault, or null. */
  import(
    server: ServerId,
    markdown: string,
  ): Promise<readonly { readonly question: string; readonly fault: PinFault | null }[]>;
  /** Writes what pins ask into the articles they answer with. */
  apply(server: ServerId, dir: string): Promise<Result<readonly Applied[]>>;
  /** Forgets what was removed, and what changed pins said before, before that time. */
  purge(before: Date): Promise<Result<number>>;
  /** Something else has changed the pins of a server: what is cached of them answers no more. */
  refresh(server: ServerId): void;
  /** Stores what is only counted yet. */
  close(): Promise<void>;
}

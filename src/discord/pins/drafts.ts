import { randomBytes } from 'node:crypto';
import type { ServerId } from '../../answers/answer.ts';
import type { PinDraft } from '../../curation/pins/draft.ts';
import type { FormAt } from './at.ts';

/** What a moderator has typed and could not be stored yet. */
export interface KeptDraft {
  readonly server: ServerId;
  readonly user: string;
  readonly at: FormAt;
  readonly draft: PinDraft;
  readonly isForChannel: boolean;
}

/** A draft is kept for an hour. Milliseconds. */
const lifetime = 60 * 60 * 1000;
/** Drafts kept at once, in all and of one person; the oldest is dropped beyond it. */
const most = 200;
const mostOfOne = 5;

interface Entry {
  readonly kept: KeptDraft;
  readonly until: number;
}

/** Drafts that could not be stored, in memory only: people's words are written nowhere before they are pinned. */
export class Drafts {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Keeps a draft; gives the key to find it again with. */
  keep(kept: KeptDraft): string {
    this.#dropOld();
    const own = Array.from(this.#entries).filter(([, entry]) => entry.kept.user === kept.user);
    const [oldestOwn] = own.length < mostOfOne ? [] : own;
    const [oldest] = this.#entries.size < most ? [] : this.#entries;
    for (const [key] of [oldestOwn, oldest].filter((entry) => entry !== undefined)) this.#entries.delete(key);
    const key = randomBytes(6).toString('hex');
    this.#entries.set(key, { kept, until: this.#now() + lifetime });
    return key;
  }

  /** What its owner typed, in the server where it was typed; null when it is gone, or somebody else's. */
  find(key: string, user: string, server: ServerId): KeptDraft | null {
    this.#dropOld();
    const kept = this.#entries.get(key)?.kept;
    return kept?.user === user && kept.server === server ? kept : null;
  }

  drop(key: string): void {
    this.#entries.delete(key);
  }

  #dropOld(): void {
    const now = this.#now();
    for (const [key, { until }] of this.#entries) if (until <= now) this.#entries.delete(key);
  }
}

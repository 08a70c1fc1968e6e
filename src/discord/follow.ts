/** One of our messages. */
export interface Posted {
  readonly channelId: string;
  readonly id: string;
}

interface Entry {
  readonly posted: readonly Posted[];
  /** When the question was last edited, as far as that was followed. Milliseconds. */
  readonly editedAt: number;
  /** Of a question that Discord showed only once; else null. */
  readonly text: string | null;
}

/** Characters of a question that are kept: enough to ask it again. */
const longestKept = 500;

/** Which of our messages answer which question, so that they can follow its edits and its deletion: the last `size`. */
export class Followed {
  readonly #entries = new Map<string, Entry>();
  readonly #turns = new Map<string, Promise<void>>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** These answer the question now. */
  note(question: string, messages: readonly Posted[], editedAt = 0, text: string | null = null): void {
    // Ids alone: messages would take a thousand times the room.
    const posted = messages.map(({ id, channelId }) => ({ id, channelId }));
    this.#entries.delete(question);
    this.#entries.set(question, { posted, editedAt, text });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#size && oldest !== undefined) this.#entries.delete(oldest);
  }

  /** This answers the question besides, whose text Discord may not show again. */
  add(question: string, posted: Posted, text: string): void {
    const known = this.#entries.get(question);
    this.note(question, [...(known?.posted ?? []), posted], known?.editedAt, text.slice(0, longestKept));
  }

  /** What answers the question; null where nothing does, or it is forgotten. */
  answersTo(question: string): Entry | null {
    return this.#entries.get(question) ?? null;
  }

  forget(question: string): void {
    this.#entries.delete(question);
  }

  /** Does work about one question after what is under way about it: an answer is written before it is taken back. */
  async inTurn(question: string, work: () => Promise<void>): Promise<void> {
    const before = this.#turns.get(question) ?? Promise.resolve();
    const turn = before.then(work);
    const settled = turn.catch(() => undefined);
    this.#turns.set(question, settled);
    try {
      await turn;
    } finally {
      if (this.#turns.get(question) === settled) this.#turns.delete(question);
    }
  }
}

import { ThreadsPoolWorker, type PoolOptions, type PoolWorker, type WorkerRequest } from 'vitest/node';

type Listener = (message: unknown) => void;

const isOf = (message: unknown, type: string): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === type;

let kept: ThreadsPoolWorker | null = null;

/**
 * A worker that is told to stop and goes on, so that what a test imports is loaded once, not for every mutant: a mutant
 * then costs what its tests cost. The test file itself is loaded each time.
 */
class KeptWorker implements PoolWorker {
  readonly name = 'kept';
  readonly #thread: ThreadsPoolWorker;
  readonly #listeners = new Set<Listener>();
  #isBusy = false;
  #isToStop = false;

  constructor(options: PoolOptions) {
    kept ??= new ThreadsPoolWorker(options);
    this.#thread = kept;
  }

  async start(): Promise<void> {
    await this.#thread.start();
    this.#thread.on('message', this.#heard);
  }

  async stop(): Promise<void> {
    this.#thread.off('message', this.#heard);
  }

  send(message: WorkerRequest): void {
    if (message.type === 'stop') {
      this.#isToStop = true;
      this.#sayStopped();
      return;
    }
    if (message.type === 'run') this.#isBusy = true;
    this.#thread.send(message);
  }

  on(event: string, listener: Listener): void {
    if (event === 'message') this.#listeners.add(listener);
    else this.#thread.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    if (event === 'message') this.#listeners.delete(listener);
    else this.#thread.off(event, listener);
  }

  deserialize(message: unknown): unknown {
    return message;
  }

  readonly #heard = (message: unknown): void => {
    for (const listener of this.#listeners) listener(message);
    if (!isOf(message, 'testfileFinished')) return;
    this.#isBusy = false;
    this.#sayStopped();
  };

  /** A run that is cut short ends first. */
  #sayStopped(): void {
    if (!this.#isToStop || this.#isBusy) return;
    for (const listener of this.#listeners) listener({ type: 'stopped', __vitest_worker_response__: true });
  }
}

export const keptWorker = {
  name: 'kept',
  createPoolWorker: (options: PoolOptions): PoolWorker => new KeptWorker(options),
};

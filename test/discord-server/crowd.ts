import { z } from 'zod';
import { deliver } from './deliver.ts';
import type { Gateway } from './gateway.ts';
import type { State, StoredInteraction } from './state.ts';
import { ids, type Member, type User } from './world.ts';

/** What many people ask at once, and what Discord does wrong meanwhile. */
export const crowdShape = z.object({
  /** Questions a second for so long; the rest of the time nothing is asked. */
  perSecond: z.number(),
  seconds: z.number(),
  /** So many more at one moment, at the beginning. */
  burst: z.number().default(0),
  questions: z.array(z.string()).min(1),
  /** How many different people ask. */
  people: z.number().default(5000),
  /** Questions a second of one person beside them, who is counted apart. */
  flood: z.number().default(0),
  /** Shares of the requests that Discord answers with 500 (half of them after doing what was asked) and 429. */
  errors: z.number().default(0),
  limits: z.number().default(0),
  /** How often every connection of the gateway is cut; 0: never. Milliseconds. */
  cutEvery: z.number().default(0),
});
export type CrowdSpec = z.input<typeof crowdShape>;

/** What became of a crowd's questions. Times in milliseconds, from the event to the first answer. */
export interface CrowdFigures {
  readonly asked: number;
  readonly answered: number;
  /** Answered after Discord's three seconds, or refused for that. */
  readonly late: number;
  /** Without any answer. */
  readonly lost: number;
  /** With more than one message. */
  readonly doubled: number;
  /** Those that failed, and whose person was told so. */
  readonly told: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly requests: number;
  readonly faults: number;
  readonly cuts: number;
  /** Answers to the one person who floods. */
  readonly floodAnswered: number;
}

/** Discord waits so long. Milliseconds. */
const patience = 3000;
const step = 5;
/** What was asked so long ago is let go of. Milliseconds. */
const forgottenAfter = 15_000;

interface Waiting {
  readonly interaction: StoredInteraction;
  readonly at: number;
  readonly isFlood: boolean;
  took: number | null;
}

/** Many people who ask `/ask` in the first server. */
export class Crowd {
  readonly #state: State;
  readonly #gateway: Gateway;
  readonly #spec: z.output<typeof crowdShape>;
  readonly #waiting = new Map<string, Waiting>();
  readonly #times: number[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #start = performance.now();
  #asked = 0;
  #flooded = 0;
  #floodAnswered = 0;
  #lost = 0;
  #doubled = 0;
  #told = 0;
  #requests = 0;
  #faults = 0;
  #cuts = 0;

  constructor(spec: z.output<typeof crowdShape>, state: State, gateway: Gateway) {
    this.#state = state;
    this.#gateway = gateway;
    this.#spec = spec;
    for (let one = 0; one < spec.burst; one++) this.#ask(false);
    this.#timers.push(setInterval(() => this.#pass(), step));
    if (spec.cutEvery > 0) this.#timers.push(setInterval(() => this.#cut(), spec.cutEvery));
    state.on('response', this.#answered);
  }

  /** What is to happen to the next request: a status, with the deed done before or not; null: nothing unusual. */
  fault(): { readonly status: number; readonly isDone: boolean } | null {
    this.#requests++;
    const { errors, limits } = this.#spec;
    const chance = Math.random();
    if (chance >= errors + limits) return null;
    this.#faults++;
    return chance < errors ? { status: 500, isDone: chance < errors / 2 } : { status: 429, isDone: false };
  }

  /** Ends it and counts. */
  stop(): CrowdFigures {
    for (const timer of this.#timers) clearInterval(timer);
    this.#state.off('response', this.#answered);
    for (const waiting of this.#waiting.values()) this.#count(waiting);
    this.#waiting.clear();
    const times = this.#times.toSorted((a, b) => a - b);
    const at = (share: number): number =>
      Math.round((times[Math.ceil(times.length * share) - 1] ?? 0) * 10) / 10;
    return {
      asked: this.#asked,
      answered: times.length,
      late: times.filter((time) => time > patience).length,
      lost: this.#lost,
      doubled: this.#doubled,
      told: this.#told,
      p50: at(0.5),
      p99: at(0.99),
      longest: at(1),
      requests: this.#requests,
      faults: this.#faults,
      cuts: this.#cuts,
      floodAnswered: this.#floodAnswered,
    };
  }

  #pass(): void {
    const passed = (performance.now() - this.#start) / 1000;
    const until = Math.min(passed, this.#spec.seconds);
    const { burst, perSecond, flood } = this.#spec;
    while (this.#asked - burst < until * perSecond) this.#ask(false);
    while (this.#flooded < until * flood) this.#ask(true);
    const now = performance.now();
    for (const [id, waiting] of this.#waiting) {
      if (now - waiting.at < forgottenAfter) break;
      this.#waiting.delete(id);
      this.#count(waiting);
    }
  }

  #ask(isFlood: boolean): void {
    const number = isFlood ? this.#flooded++ : this.#asked++;
    const { questions, people } = this.#spec;
    const guild = this.#state.guildOf(ids.channel);
    const value = questions[number % questions.length] ?? '';
    const interaction = deliver(this.#state, this.#gateway, {
      ...personOf(isFlood ? -1 : number % people),
      guild,
      channel: this.#state.channel(ids.channel),
      permissions: '0',
      locale: 'da',
      type: 2,
      data: {
        id: this.#state.commands.find(({ name }) => name === 'ask')?.['id'],
        name: 'ask',
        type: 1,
        options: [{ name: 'question', type: 3, value }],
        resolved: {},
      },
      source: null,
      dm: null,
    });
    this.#waiting.set(interaction.id, { interaction, at: performance.now(), isFlood, took: null });
  }

  readonly #answered = ({ id }: StoredInteraction): void => {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) waiting.took ??= performance.now() - waiting.at;
  };

  #count({ interaction, isFlood, took }: Waiting): void {
    const { messages, id, token } = interaction;
    const texts = messages.map((one) => this.#state.messages.get(one)?.content ?? '');
    const isTold = texts.some((text) => text.includes('-# Fejl '));
    for (const one of messages) this.#state.messages.delete(one);
    this.#state.forget(id, token);
    if (isFlood) {
      if (took !== null) this.#floodAnswered++;
      return;
    }
    if (took === null) this.#lost++;
    else this.#times.push(took);
    if (messages.length > 1) this.#doubled++;
    if (isTold) this.#told++;
  }

  #cut(): void {
    if (performance.now() - this.#start > this.#spec.seconds * 1000) return;
    this.#cuts++;
    this.#gateway.drop();
  }
}

function personOf(number: number): { readonly who: User; readonly member: Member } {
  const who = {
    id: String(500_000_000_000_000_000n + BigInt(number + 1)),
    username: `p${String(number)}`,
    discriminator: '0',
  };
  return {
    who,
    member: {
      user: who,
      roles: [],
      joined_at: '2024-01-01T00:00:00.000000+00:00',
      deaf: false,
      mute: false,
      flags: 0,
    },
  };
}

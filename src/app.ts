import { createAnswers } from './answers/create.ts';
import { tryQuestion } from './answers/trial.ts';
import { openLibrary, type LibraryEvent } from './knowledge/library.ts';
import { feedbackService, type Feedback } from './curation/feedback/service.ts';
import { figureService, type FigureService } from './curation/figures/figures.ts';
import { desksOver, type Desks } from './curation/desks.ts';
import { offerService, type Offers } from './curation/offers/service.ts';
import { onceOver, type Once } from './curation/once.ts';
import { gapService, type Gaps } from './curation/gaps/service.ts';
import { pinService, type PinService } from './curation/pins/service.ts';
import { dailySweep } from './curation/sweep.ts';
import { serverSettings } from './curation/settings.ts';
export type { LibraryEvent as ArticleEvent } from './knowledge/library.ts';
import type { Answers } from './answers/service.ts';
import { isWithin } from './knowledge/shelves.ts';
import { readSynonyms, synonymsFile } from './knowledge/synonyms.ts';
import { previewArticle, type Draft, type Preview } from './check/preview.ts';
import { isArticle } from './content/files.ts';
import type { Config } from './config.ts';
import { openStore } from './store/open.ts';

export { copyStore } from './store/copy.ts';

import type { Result } from './store/problem.ts';
import type { ServerId } from './store/server.ts';
import type { Store } from './store/store.ts';
import { openLog, type Logger } from './log.ts';
import type { Clock } from './ops/clock.ts';
import type { HealthServer } from './ops/health.ts';
import type { Metrics } from './ops/metrics.ts';
import { openOps, type Ops } from './ops/ops.ts';

/** Everything a front needs, wired once. */
export interface App {
  readonly config: Config;
  readonly log: Logger;
  readonly answers: Answers;
  readonly ops: Ops;
  /** What people think of answers; null where no store is open. */
  readonly feedback: Feedback | null;
  /** Whether a file is read as an article, by its name. */
  isArticle(name: string): boolean;
  /** What people ask that nothing answers well; null where no store is open. */
  readonly gaps: Gaps | null;
  /** What moderators are offered; null where no store is open. */
  readonly offers: Offers | null;
  /** Where moderators are written to; null where no store is open. */
  readonly desks: Desks | null;
  /** What is done once; null where no store is open. */
  readonly once: Once | null;
  /** Tells what becomes of the articles from now on. */
  onArticles(listener: (event: LibraryEvent) => void): void;
  /** When the articles were last read, and what went wrong then; null: nothing. */
  lastReload(): { readonly at: Date; readonly trouble: 'unreadable' | 'held' | null };
  /** How often questions are answered; null where no store is open. */
  readonly figures: FigureService | null;
  /** How a draft article would do among the articles that a server reads now. */
  preview(draft: Draft, server: ServerId | null): Promise<Preview>;
  /** Removes a person's id from everything that is stored, of one server or of every one; counts nothing where no store is open. */
  erase(person: string, server?: ServerId): Promise<Result<Erased>>;
  /** Deletes everything that is stored for a server, from the files too. */
  eraseServer(server: ServerId): Promise<Result<null>>;
  /** Stops watching files and closes the store; idempotent. */
  close(): Promise<void>;
}

/** Removed pins, and what edited ones said before, are forgotten at a start after this time. Milliseconds. */
const undoableFor = 30 * 24 * 60 * 60 * 1000;

/** What a server without choices reads. */
const everything: { readonly folders: readonly string[] } = { folders: [] };

/** What was done once is remembered for so long. Milliseconds. */
const rememberedFor = 366 * 24 * 60 * 60 * 1000;

/** What was removed about a person. */
export interface Erased {
  readonly pins: number;
  readonly votes: number;
}

export interface AppOptions {
  /** Whether edits of the articles go live while running. */
  readonly watches: boolean;
  /** Whether the store of moderators' decisions is opened. */
  readonly keepsPins?: boolean;
  /** Told what becomes of the articles, the state at the start included; it is logged anyway. */
  readonly told?: (event: LibraryEvent) => void;
  /** Times cool-downs; the system's where none is given. */
  readonly clock?: Pick<Clock, 'now'>;
  /** Whether others may look at health and figures, where HTTP_PORT is set. */
  readonly serves?: boolean;
}

/**
 * Opens everything that the settings ask for.
 * @throws {StoreError} when the store cannot be opened
 * @throws {ContentFolderError} when the content folder cannot be read
 * @throws {PortError} when HTTP_PORT cannot be listened at
 */
export async function openApp(
  config: Config,
  { watches, keepsPins = false, serves = false, told, clock }: AppOptions,
): Promise<App> {
  const log = openLog(config.logLevel);
  let reload: ReturnType<App['lastReload']> = { at: new Date(), trouble: null };
  const listeners: ((event: LibraryEvent) => void)[] = [];
  const store = keepsPins ? await openStore(config.database) : null;
  const ops = openOps(store, log, clock);
  const health = await served(config, serves, ops).catch(async (error: unknown) => {
    await store?.close();
    throw error;
  });
  const library = await openLibrary({
    dir: config.contentDir,
    cacheDir: config.cacheDir,
    watches,
    told(event) {
      logEvent(log, event);
      reload = reloadBy(event) ?? reload;
      measureEvent(ops.metrics, event);
      told?.(event);
      for (const listener of listeners) listener(event);
    },
  }).catch(async (error: unknown) => {
    await health?.close();
    await store?.close();
    throw error;
  });
  const pins = store === null ? null : pinService(store.pins, () => library.current(), log);
  // What was removed can be brought back for so long.
  if (pins !== null) void forgetRemoved(pins, log);
  const settings = store === null ? null : serverSettings(store.settings);
  const rule = { days: config.questionLogDays };
  const feedback = store === null ? null : feedbackService(store.feedback, rule, log);
  const answers = measured(createAnswers(library, config.siteUrl, pins, settings), ops.metrics);
  const attempt = (text: string, server: ServerId) => tryQuestion(answers, text, server);
  const gaps =
    store === null
      ? null
      : gapService({
          store: store.questions,
          scrub: () => store.scrub(),
          current: () => library.current(),
          tryQuestion: attempt,
          rule,
          log,
        });
  const offers =
    store === null || pins === null || gaps === null || feedback === null
      ? null
      : offerService({
          feedback: store.feedback,
          flush: () => feedback.flush(),
          claims: store.claims,
          pins,
          gaps,
          current: () => library.current(),
          tryQuestion: attempt,
        });
  const figures =
    store === null || gaps === null || pins === null
      ? null
      : figureService({
          questions: store.questions,
          feedback: store.feedback,
          pins,
          current: () => library.current(),
          flush: () => gaps.flush(),
        });
  const sweep =
    store === null || feedback === null || gaps === null
      ? null
      : dailySweep(log, async (now) => {
          if (!ops.hasDuties()) return { ok: true, value: null };
          const swept = [
            await feedback.sweep(now),
            await gaps.sweep(now),
            await store.claims.purge(new Date(now.getTime() - rememberedFor)),
          ];
          return swept.find(({ ok }) => !ok) ?? store.scrub();
        });
  return {
    config,
    log,
    feedback,
    gaps,
    offers,
    desks: store === null ? null : desksOver(store.settings),
    once: store === null ? null : onceOver(store.claims),
    lastReload: () => reload,
    onArticles(listener) {
      listeners.push(listener);
    },
    figures,
    answers,
    ops,
    isArticle,
    async preview(draft, server) {
      const { rows } = await readSynonyms(config.contentDir);
      const { folders } = server === null || settings === null ? everything : await settings.of(server);
      const whole = library.current();
      const read = folders.length === 0 ? whole : await whole.restricted(({ id }) => isWithin(folders, id));
      return previewArticle(draft, read, rows);
    },
    erase: (person, server) => erase(store, person, server),
    async eraseServer(server) {
      if (store === null) return { ok: true, value: null };
      // What waits to be stored would come after it.
      await Promise.all([feedback?.flush(), gaps?.flush()]);
      const erased = await store.eraseServer(server);
      pins?.refresh(server);
      return erased.ok ? store.scrub() : erased;
    },
    async close() {
      await health?.close();
      await sweep?.stop();
      await feedback?.close();
      await gaps?.close();
      await pins?.close();
      await store?.close();
      await library.close();
    },
  };
}

async function erase(store: Store | null, person: string, server?: ServerId): Promise<Result<Erased>> {
  if (store === null) return { ok: true, value: { pins: 0, votes: 0 } };
  const pins = await store.pins.forget(person, server);
  if (!pins.ok) return pins;
  const votes = await store.feedback.forget(person, server);
  if (!votes.ok) return votes;
  const scrubbed = await store.scrub();
  return scrubbed.ok ? { ok: true, value: { pins: pins.value, votes: votes.value } } : scrubbed;
}

/** Never throws: it runs beside everything else. */
async function forgetRemoved(pins: PinService, log: Logger): Promise<void> {
  const outcome = await pins
    .purge(new Date(Date.now() - undoableFor))
    .catch((error: unknown) => ({ ok: false as const, problem: { kind: String(error) } }));
  if (!outcome.ok) log.error({ problem: outcome.problem.kind }, 'removed pins could not be forgotten');
}

async function served(config: Config, serves: boolean, ops: Ops): Promise<HealthServer | null> {
  return serves && config.httpPort !== null ? ops.serve(config.httpPort) : null;
}

/** Null where nothing was read. */
const reloadBy = ({ kind }: LibraryEvent): ReturnType<App['lastReload']> | null =>
  kind === 'unwatched' ? null : { at: new Date(), trouble: kind === 'live' ? null : kind };

function measureEvent(metrics: Metrics, event: LibraryEvent): void {
  if (event.kind === 'unreadable') metrics.notReloaded();
  if (event.kind !== 'live') return;
  const { articles, problems } = event.content;
  const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
  metrics.live(articles.length, passages, problems.length);
}

/** The same answers, each counted with what became of it and how long it took. */
function measured(answers: Answers, metrics: Metrics): Answers {
  return {
    ...answers,
    within: async (server) => measured(await answers.within(server), metrics),
    async ask(question) {
      const start = performance.now();
      let outcome = 'failed';
      try {
        const answer = await answers.ask(question);
        outcome = answer.kind;
        return answer;
      } finally {
        metrics.asked(outcome, (performance.now() - start) / 1000);
      }
    },
  };
}

function logEvent(log: Logger, event: LibraryEvent): void {
  switch (event.kind) {
    case 'live':
      for (const { severity, parameters, ...problem } of event.content.problems) {
        const level = severity === 'error' ? 'error' : 'warn';
        log[level]({ ...problem, ...parameters }, 'problem in an article');
      }
      if (event.synonyms !== null)
        log.warn({ file: synonymsFile, ...event.synonyms }, 'problem in the synonyms');
      for (const { file, line } of event.kept)
        log.warn({ file, line }, 'the last good version of the article stays');
      log.info({ articles: event.content.articles.length }, 'the articles are live');
      return;
    case 'held':
      log.warn(event, 'most articles are gone at once; the old ones stay for a while');
      return;
    case 'unreadable':
      log.error(event, 'the articles cannot be read; the old ones stay');
      return;
    case 'unwatched':
      log.error(event, 'the content folder cannot be watched; restart to see edits');
  }
}

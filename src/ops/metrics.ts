import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Tally } from './tally.ts';

/** What becomes of questions and articles, in figures. */
export interface Metrics {
  /** A question was answered so, or failed, after so many seconds. */
  asked(outcome: string, seconds: number): void;
  /** So many articles and passages are live from now on, with so many problems. */
  live(articles: number, passages: number, problems: number): void;
  /** The articles could not be read again. */
  notReloaded(): void;
  readonly snapshot: SnapshotFigures;
  /** Everything in Prometheus' text format. */
  render(): Promise<string>;
}

/** The articles that are live. */
export interface SnapshotFigures {
  readonly articles: number;
  readonly passages: number;
  readonly problems: number;
  /** When they went live. Milliseconds since 1970. */
  readonly since: number;
}

export interface MetricsSources {
  readonly restErrors: Tally;
  readonly late: Tally;
  /** Sessions that may still be started; null where that is not known. */
  readonly identifyLeft: () => number | null;
  readonly now: () => number;
}

/** Upper bounds in seconds: an answer takes some milliseconds, and Discord allows three seconds. */
const buckets = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

/** Figures of one process. */
export function openMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const questions = new Counter({
    name: 'svar_questions_total',
    help: 'Questions by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const latency = new Histogram({
    name: 'svar_answer_seconds',
    help: 'Time from a question to its decision',
    buckets,
    registers,
  });
  const failures = new Counter({
    name: 'svar_reload_failures_total',
    help: 'Times the articles could not be read again',
    registers,
  });
  let snapshot: SnapshotFigures = { articles: 0, passages: 0, problems: 0, since: sources.now() };
  gaugesOf(registers, sources, () => snapshot);
  let isWhole = false;
  return {
    get snapshot() {
      return snapshot;
    },
    asked(outcome, seconds) {
      questions.inc({ outcome });
      latency.observe(seconds);
    },
    live(articles, passages, problems) {
      snapshot = { articles, passages, problems, since: sources.now() };
    },
    notReloaded: () => {
      failures.inc();
    },
    render() {
      // Memory and the delay of the event loop are watched from the first look on.
      if (!isWhole) collectDefaultMetrics({ register: registry });
      isWhole = true;
      return registry.metrics();
    },
  };
}

/** Figures that are read when somebody looks. */
function gaugesOf(
  registers: Registry[],
  { restErrors, late, identifyLeft, now }: MetricsSources,
  snapshot: () => SnapshotFigures,
): void {
  const gauge = (name: string, help: string, read: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('svar_articles', 'Articles that are live', () => snapshot().articles);
  gauge('svar_passages', 'Passages that are live', () => snapshot().passages);
  gauge('svar_article_problems', 'Problems met in the articles', () => snapshot().problems);
  gauge(
    'svar_snapshot_age_seconds',
    'Time since the live articles were read',
    () => Math.max(0, now() - snapshot().since) / 1000,
  );
  gauge(
    'svar_identify_left',
    'Sessions with Discord that may still be started; -1: not known yet',
    () => identifyLeft() ?? -1,
  );
  tallied(registers, 'svar_rest_errors_total', 'Requests that Discord refused', 'code', restErrors);
  tallied(registers, 'svar_late_total', 'Answers that came too late for Discord', 'kind', late);
}

function tallied(registers: Registry[], name: string, help: string, label: string, tally: Tally): Counter {
  return new Counter({
    name,
    help,
    labelNames: [label],
    registers,
    collect() {
      this.reset();
      for (const [value, count] of tally.counts) this.inc({ [label]: value }, count);
    },
  });
}

import { afterEach, describe, expect, it } from 'vitest';
import {
  PortError,
  readiness,
  serveHealth,
  type HealthServer,
  type HealthSources,
} from '../../src/ops/health.ts';
import { openMetrics } from '../../src/ops/metrics.ts';
import { openTally } from '../../src/ops/tally.ts';
import type { ShardState } from '../../src/ops/watchdog.ts';
import { FakeClock } from './fake-clock.ts';

type Ping = ReturnType<NonNullable<HealthSources['store']>['ping']>;
interface Changes {
  readonly shards?: readonly ShardState[];
  readonly ping?: (() => Ping) | null;
  readonly passages?: number;
}
const fine = (): Ping => Promise.resolve({ ok: true, value: null });

/** Sources of a bot in which all is well but for the given changes. */
function sourcesOf({ shards = ['ready'], ping = fine, passages = 12 }: Changes = {}) {
  const clock = new FakeClock();
  const now = (): number => clock.now();
  const restErrors = openTally();
  const late = openTally();
  const metrics = openMetrics({ restErrors, late, identifyLeft: () => 799, now });
  metrics.live(2, passages, 1);
  const sources: HealthSources = {
    metrics,
    now,
    store: ping === null ? null : { ping },
    shards: () => new Map(shards.entries()),
  };
  return { sources, clock, restErrors, late };
}

describe('whether Svar can answer', () => {
  it.each<[string, Changes, boolean, string]>([
    ['all is well', {}, true, 'ok'],
    ['no store is needed', { ping: null }, true, 'none'],
    ['there is no shard yet', { shards: [] }, false, 'ok'],
    ['one shard is connecting', { shards: ['ready', 'busy'] }, false, 'ok'],
    ['a shard waits for its session', { shards: ['waiting'] }, false, 'ok'],
    ['there are no articles', { passages: 0 }, false, 'ok'],
    [
      'the disk is full, which answers do not need',
      { ping: () => Promise.resolve({ ok: false, problem: { kind: 'full', detail: 'secret' } }) },
      true,
      'full',
    ],
    ['the store throws', { ping: () => Promise.reject(new Error('secret')) }, true, 'broken'],
    ['the store says nothing', { ping: () => new Promise(() => undefined) }, true, 'slow'],
  ])('where %s', async (_, changes, ready, store) => {
    const { sources } = sourcesOf(changes);
    expect(await readiness(sources)).toMatchObject({ ready, store });
  });
  it('is told with the age of the articles and what each shard does', async () => {
    const { sources, clock } = sourcesOf({ shards: ['ready', 'busy'] });
    await clock.pass(90_000);
    expect(await readiness(sources)).toEqual({
      ready: false,
      shards: [
        { id: 0, state: 'ready' },
        { id: 1, state: 'busy' },
      ],
      snapshot: { articles: 2, passages: 12, ageSeconds: 90 },
      store: 'ok',
    });
  });
});

describe('the port', () => {
  const open: HealthServer[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
  });
  async function served(changes: Changes = {}) {
    const { sources, ...rest } = sourcesOf(changes);
    const server = await serveHealth(0, sources);
    open.push(server);
    const get = (path: string, init?: RequestInit): Promise<Response> =>
      fetch(`http://127.0.0.1:${String(server.port)}${path}`, init);
    return { get, server, sources, ...rest };
  }

  it('answers whoever looks', async () => {
    const { get } = await served();
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready?x=1')).status).toBe(200);
    expect((await get('/elsewhere')).status).toBe(404);
    expect((await get('/health/live', { method: 'POST' })).status).toBe(405);
  });
  it('says with its status that Svar cannot answer', async () => {
    const { get } = await served({ shards: ['busy'] });
    const response = await get('/health/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, shards: [{ id: 0, state: 'busy' }] });
    expect((await get('/health/live')).status).toBe(200);
  });
  it('gives figures', async () => {
    const { get, sources, clock, restErrors, late } = await served();
    sources.metrics.asked('found', 0.002);
    sources.metrics.asked('found', 0.02);
    sources.metrics.asked('unknown', 0.002);
    sources.metrics.notReloaded();
    restErrors.add('403');
    restErrors.add('403');
    late.add('interaction');
    await clock.pass(5000);
    for (const _ of [1, 2]) await get('/metrics');
    const lines = (await (await get('/metrics')).text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'svar_questions_total{outcome="found"} 2',
        'svar_questions_total{outcome="unknown"} 1',
        'svar_answer_seconds_bucket{le="0.003"} 2',
        'svar_answer_seconds_bucket{le="0.03"} 3',
        'svar_articles 2',
        'svar_passages 12',
        'svar_article_problems 1',
        'svar_reload_failures_total 1',
        'svar_snapshot_age_seconds 5',
        'svar_rest_errors_total{code="403"} 2',
        'svar_late_total{kind="interaction"} 1',
        'svar_identify_left 799',
      ]),
    );
    expect(lines.some((line) => line.startsWith('nodejs_eventloop_lag_p99_seconds '))).toBe(true);
  });
  it('is open to this machine alone', async () => {
    const { server } = await served();
    // Another address of the same machine: refused unless the server listens at all of them.
    await expect(fetch(`http://127.0.0.2:${String(server.port)}/health/live`)).rejects.toThrow(
      'fetch failed',
    );
  });
  it('that is taken is a problem of the settings', async () => {
    const { server, sources } = await served();
    await expect(serveHealth(server.port, sources)).rejects.toThrow(PortError);
    await expect(serveHealth(server.port, sources)).rejects.toThrow('EADDRINUSE');
  });
});

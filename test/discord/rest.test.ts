import { createServer, type Server } from 'node:http';
import { DiscordAPIError, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SplitRest } from '../../src/discord/rest.ts';
import { openBreaker } from '../../src/ops/breaker.ts';
import { openTally } from '../../src/ops/tally.ts';

/** What the loopback Discord does with a request: answers, cuts the line, or never answers. */
type Move =
  | { readonly kind: 'answer'; readonly status: number; readonly code?: number; readonly retryAfter?: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'hang' };

const answer = (status: number, code = 0): Move => ({ kind: 'answer', status, code });
const cut: Move = { kind: 'cut' };

let server: Server;
let moves: Move[];
/** What is done once the moves are used up. */
let usual: Move;
let seen: string[];
let ops: { breaker: ReturnType<typeof openBreaker>; restErrors: ReturnType<typeof openTally> };
let rest: SplitRest;

beforeEach(async () => {
  moves = [];
  usual = answer(200);
  seen = [];
  server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    request.resume();
    const move = moves.shift() ?? usual;
    if (move.kind === 'cut') request.socket.destroy();
    if (move.kind !== 'answer') return;
    const headers = {
      ...(move.status === 204 ? {} : { 'content-type': 'application/json' }),
      ...(move.retryAfter === undefined ? {} : { 'retry-after': String(move.retryAfter) }),
    };
    response.writeHead(move.status, headers).end(JSON.stringify({ code: move.code, message: 'said' }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  ops = { breaker: openBreaker(), restErrors: openTally() };
  rest = new SplitRest({ api: `http://127.0.0.1:${String(port)}/api` }, ops);
  rest.setToken('token');
});
afterEach(() => {
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  server.closeAllConnections();
  server.close();
});

const callback = (): Promise<unknown> =>
  rest.post(Routes.interactionCallback('1', 'secret'), { auth: false, body: { type: 4 } });
const edit = (): Promise<unknown> =>
  rest.patch(Routes.webhookMessage('9', 'secret'), { auth: false, body: { content: 'x' } });
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DiscordAPIError ? error.code : (error as Error).name),
  );

describe('the first answer to an interaction', () => {
  it.each<[string, readonly Move[], unknown, number]>([
    ['arrives', [answer(204)], 'done', 1],
    ['is sent again after a fault of Discord', [answer(500), answer(204)], 'done', 2],
    ['is sent again after the line was cut', [cut, answer(204)], 'done', 2],
    ['had arrived although its reply was lost', [cut, answer(400, 40060)], 'done', 2],
    ['had arrived although Discord reported a fault', [answer(502), answer(400, 40060)], 'done', 2],
    ['was given by somebody else', [answer(400, 40060)], 40060, 1],
    ['is too late', [answer(404, 10062)], 10062, 1],
    ['is sent until it arrives', [answer(500), answer(503), answer(502), answer(204)], 'done', 4],
    ['is given up after five faults', Array.from({ length: 9 }, () => answer(500)), 'HTTPError', 5],
    [
      'waits for no long rate limit',
      [{ kind: 'answer', status: 429, retryAfter: 30 }],
      'RateLimitError[/interactions/:id/:token/callback]',
      1,
    ],
    ['is sent again after two lines were cut', [cut, cut, answer(204)], 'done', 3],
    ['is sent again after a fault and a cut', [answer(503), cut, answer(204)], 'done', 3],
    ['is sent again after a gateway of Discord gave up', [answer(504), answer(204)], 'done', 2],
    ['had arrived after a cut and a fault', [cut, answer(500), answer(400, 40060)], 'done', 3],
    ['is too late after a cut', [cut, answer(404, 10062)], 10062, 2],
    ['is not sent again where it is wrong', [answer(400, 50035)], 50035, 1],
    ['is not sent again where it is forbidden', [answer(403, 50001)], 50001, 1],
    ['is not sent again to nowhere', [answer(404, 10008)], 10008, 1],
    ['is not sent again where its token is not known', [answer(401, 50027)], 50027, 1],
    [
      'waits for two short ones',
      [
        { kind: 'answer', status: 429, retryAfter: 0.01 },
        { kind: 'answer', status: 429, retryAfter: 0.01 },
        answer(204),
      ],
      'done',
      3,
    ],
    [
      'is sent after a short one and a fault',
      [{ kind: 'answer', status: 429, retryAfter: 0.01 }, answer(500), answer(204)],
      'done',
      3,
    ],
    ['waits for a short one', [{ kind: 'answer', status: 429, retryAfter: 0.01 }, answer(204)], 'done', 2],
  ])('%s', async (_, given, outcome, requests) => {
    moves.push(...given);
    expect(await codeOf(callback())).toBe(outcome);
    expect(seen).toHaveLength(requests);
  });

  it('is tried twice within the three seconds where Discord says nothing', async () => {
    usual = { kind: 'hang' };
    const start = performance.now();
    expect(await codeOf(callback())).toBe('GivenUp');
    expect(seen).toHaveLength(2);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it.each<[string, readonly Move[], unknown, number]>([
    ['after a fault', [answer(500), answer(200)], 'GivenUp', 1],
    ['after the line was cut', [cut, answer(200)], 'SocketError', 1],
  ])('is never followed by the same thing twice %s', async (_, given, outcome, requests) => {
    moves.push(...given);
    const work = rest.post(Routes.webhook('9', 'secret'), { auth: false, body: { content: 'x' } });
    expect(await codeOf(work)).toBe(outcome);
    expect(seen).toHaveLength(requests);
  });

  it.each<[string, readonly Move[], unknown, number]>([
    ['arrives after a fault', [answer(500), answer(200)], 'done', 2],
    ['arrives after a cut', [cut, answer(200)], 'done', 2],
    ['is given up where its message is gone', [answer(404, 10008)], 10008, 1],
    ['is given up where it is too late', [answer(401, 50027)], 50027, 1],
    ['waits for a short limit', [{ kind: 'answer', status: 429, retryAfter: 0.01 }, answer(200)], 'done', 2],
  ])('an edit %s', async (_, given, outcome, requests) => {
    moves.push(...given);
    expect(await codeOf(edit())).toBe(outcome);
    expect(seen).toHaveLength(requests);
  });

  it('does not stand behind other requests', async () => {
    const others = Array.from({ length: 120 }, (_, channel) => rest.get(Routes.channel(String(channel))));
    await callback();
    await edit();
    const firstFifty = seen.filter((line) => line.includes('/channels/')).length;
    expect(firstFifty).toBeLessThanOrEqual(50);
    rest.setToken('token');
    await Promise.all(others);
    expect(seen).toHaveLength(122);
  });
});

describe('refusals', () => {
  it('of the token stop everything at once', async () => {
    usual = answer(401);
    const work = [1, 2, 3].map((channel) => codeOf(rest.get(Routes.channel(String(channel)))));
    await Promise.all(work);
    expect(ops.breaker.revoked.aborted).toBe(true);
    expect(await codeOf(callback())).toBe('RequestHeld');
    expect(seen.length).toBeLessThanOrEqual(3);
  });

  it('of an interaction token stop nothing', async () => {
    moves.push(answer(401, 50027));
    expect(await codeOf(edit())).toBe(50027);
    expect(ops.breaker.revoked.aborted).toBe(false);
    expect(await codeOf(callback())).toBe('done');
  });

  it.each([403, 429])('of kind %i stay below a hundred, and are counted', async (status) => {
    usual = { kind: 'answer', status, retryAfter: 0.001 };
    for (let channel = 0; channel < 150; channel++) await codeOf(rest.get(Routes.channel(String(channel))));
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.length).toBeLessThanOrEqual(100);
    expect(ops.restErrors.counts).toEqual(new Map([[String(status), seen.length]]));
  });

  it('by the network are counted', async () => {
    usual = cut;
    expect(await codeOf(callback())).toBe('BrokenLine');
    expect(ops.restErrors.counts).toEqual(new Map([['network', 5]]));
  });
});

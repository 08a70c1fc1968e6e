import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type LoopbackServer } from './server.ts';
import { ids, sampleWorld } from './world.ts';

const world = sampleWorld();
let server: LoopbackServer;
beforeAll(async () => {
  server = await startServer(world);
});
afterAll(async () => {
  await server.close();
});

async function send(method: string, path: string, body: unknown): Promise<{ status: number; code: number }> {
  const response = await fetch(`${server.api}/v10/${path}`, {
    method,
    headers: { authorization: `Bot ${world.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const { code = 0 }: { code?: number } = text === '' ? {} : JSON.parse(text);
  return { status: response.status, code };
}

const allowed = { allowed_mentions: { parse: [] } };
const messages = `channels/${ids.channel}/messages`;
const button = (more: object): object => ({ type: 2, style: 2, label: 'x', custom_id: 'x', ...more });
const rows = (...buttons: object[]): object => ({
  content: 'x',
  ...allowed,
  components: [{ type: 1, components: buttons }],
});
const select = (options: object[]): object => rows({ type: 3, custom_id: 's', options });

describe('the loopback Discord refuses', () => {
  it.each([
    ['a text of 2,001 characters', { content: 'x'.repeat(2001), ...allowed }, 400, 50035],
    ['an empty message', { content: '', ...allowed }, 400, 50006],
    ['a text of blanks', { content: '   ', ...allowed }, 400, 50006],
    ['a text without allowed_mentions', { content: 'x' }, 400, 50035],
    ['a text that may ping', { content: 'x', allowed_mentions: { parse: ['users'] } }, 400, 50035],
    ['a nonce of 26 characters', { content: 'x', nonce: 'x'.repeat(26), ...allowed }, 400, 50035],
    ['an embed title of 257', { embeds: [{ title: 'x'.repeat(257) }], ...allowed }, 400, 50035],
    [
      'embeds of 6,001 together',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }], ...allowed },
      400,
      50035,
    ],
    [
      '26 fields',
      { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })) }], ...allowed },
      400,
      50035,
    ],
    [
      'six buttons in a row',
      rows(...Array.from({ length: 6 }, (_, index) => button({ custom_id: String(index) }))),
      400,
      50035,
    ],
    ['a label of 81', rows(button({ label: 'x'.repeat(81) })), 400, 50035],
    ['a custom_id of 101', rows(button({ custom_id: 'x'.repeat(101) })), 400, 50035],
    ['a custom_id twice', rows(button({}), button({})), 400, 50035],
    ['a button without a label', rows(button({ label: '' })), 400, 50035],
    [
      '26 options',
      select(Array.from({ length: 26 }, (_, index) => ({ label: 'x', value: String(index) }))),
      400,
      50035,
    ],
    ['an option label of 101', select([{ label: 'x'.repeat(101), value: 'x' }]), 400, 50035],
    ['a reply to nothing', { content: 'x', ...allowed, message_reference: { message_id: '1' } }, 400, 50035],
  ])('%s', async (_, body, status, code) => {
    expect(await send('POST', messages, body)).toEqual({ status, code });
  });

  it('a message where the bot may not write', async () => {
    expect(await send('POST', `channels/${ids.muted}/messages`, { content: 'x', ...allowed })).toEqual({
      status: 403,
      code: 50013,
    });
  });
  it('a message to nowhere', async () => {
    expect(await send('POST', 'channels/1/messages', { content: 'x', ...allowed })).toEqual({
      status: 404,
      code: 10003,
    });
  });
  it('an answer to an interaction that there is not', async () => {
    expect(
      await send('POST', 'interactions/1/token/callback', { type: 4, data: { content: 'x', ...allowed } }),
    ).toEqual({ status: 404, code: 10062 });
  });
  it.each([
    ['upper case', { name: 'Ask', description: 'x', type: 1 }],
    ['a blank in a name', { name: 'ask me', description: 'x', type: 1 }],
    ['a description of 101', { name: 'ask', description: 'x'.repeat(101), type: 1 }],
    ['no description', { name: 'ask', description: '', type: 1 }],
    [
      'a required option after an optional one',
      {
        name: 'ask',
        description: 'x',
        type: 1,
        options: [
          { name: 'a', description: 'x', type: 3 },
          { name: 'b', description: 'x', type: 3, required: true },
        ],
      },
    ],
  ])('a command with %s', async (_, command) => {
    expect((await send('PUT', `applications/${ids.bot}/commands`, [command])).status).toBe(400);
  });
});

describe('the loopback Discord takes', () => {
  it.each([
    ['a text of 2,000 characters', { content: 'x'.repeat(2000), ...allowed }],
    ['five buttons', rows(...Array.from({ length: 5 }, (_, index) => button({ custom_id: String(index) })))],
    ['a button with an emoji alone', rows({ type: 2, style: 2, custom_id: 'x', emoji: { name: '👍' } })],
  ])('%s', async (_, body) => {
    expect((await send('POST', messages, body)).status).toBe(200);
  });
});

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { faultOf } from '../../src/discord/fault.ts';
import { runDiscord } from '../../src/discord/start.ts';
import { startDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';
import { mention, peopleIn } from './people.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const secret = 'min hemmelige diagnose';

describe('what is logged of a fault', () => {
  const body = { files: [], json: { content: secret } };
  it('of Discord is its code, not what was sent where', () => {
    const error = new DiscordAPIError(
      { code: 50013, message: secret },
      50013,
      403,
      'POST',
      `https://discord.com/webhooks/1/${secret}`,
      body,
    );
    expect(faultOf(error)).toEqual({ fault: 'DiscordAPIError', code: 50013, status: 403, method: 'POST' });
  });
  it('of the network is its status', () => {
    const error = new HTTPError(502, secret, 'PATCH', `https://discord.com/${secret}`, body);
    expect(faultOf(error)).toEqual({ fault: 'HTTPError', status: 502, method: 'PATCH' });
  });
  it('of our own is where it happened, not what it says', () => {
    const error = new TypeError(secret);
    error.stack = `TypeError: ${secret}\n at x (/node_modules/y.js:1:2)\n at f (/home/me/svar/src/discord/ask.ts:3:4)`;
    expect(faultOf(error)).toEqual({ fault: 'TypeError', at: 'src/discord/ask.ts:3:4' });
    error.stack = '';
    expect(faultOf(error)).toEqual({ fault: 'TypeError', at: 'unknown' });
  });
  it('of something else is what kind of thing it is', () => {
    expect(faultOf(secret)).toEqual({ fault: 'string' });
  });
});

describe('the log of the running bot', () => {
  it('holds nothing that people wrote, and nobody’s id, also where answering fails', async () => {
    const discord = await startDiscord();
    const lines: string[] = [];
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, LOG_LEVEL: 'trace' };
    const opened = await openApp(readConfig(env, packageRoot), { watches: false });
    const log = pino({ level: 'trace' }, { write: (line) => lines.push(line) });
    const controller = new AbortController();
    const running = runDiscord(
      { ...opened, log },
      { locale: 'en', print: () => 0, signal: controller.signal },
    );
    await discord.until(({ commands }) => commands.length > 0);
    const people = peopleIn(discord);
    await discord.act('fault', { statuses: [400] });
    const failing = await people.say(`${mention} ${secret}`);
    await discord.until(({ requests }) => requests.some(({ status }) => status === 400));
    await people.reply(`${mention} ${secret}`, { user: ids.other });
    await people.ask(secret);
    controller.abort();
    await running;
    await opened.close();
    await discord.close();
    const written = lines.join('');
    expect(written).toContain('a message could not be answered');
    for (const word of [secret, 'diagnose', ids.asker, ids.other, failing, discord.token])
      expect(written).not.toContain(word);
  });
});

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { runDiscord } from '../../src/discord/start.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids, rights } from '../discord-server/world.ts';
import { startBot } from './bot.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
let discord: LoopbackDiscord;
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(async () => {
  await discord.close();
});

/** Runs the bot with these settings until it gives up; what it printed and its exit status. */
async function giveUp(
  settings: Readonly<Record<string, string>>,
): Promise<{ printed: string; status: number }> {
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    LOG_LEVEL: 'silent',
    ...settings,
  };
  const app = await openApp(readConfig(env, packageRoot), { watches: false });
  const printed: string[] = [];
  const { signal } = new AbortController();
  const status = await runDiscord(app, { locale: 'en', print: (line) => printed.push(line), signal });
  await app.close();
  return { printed: printed.join('\n'), status };
}

describe('a bot that cannot start', () => {
  it('says that the token is wrong', async () => {
    const { printed, status } = await giveUp({ DISCORD_TOKEN: 'MTAw.wrong.token' });
    expect(printed).toContain('Discord refused DISCORD_TOKEN');
    expect(status).toBe(78);
  });
  it('says that it is too old for Discord', async () => {
    await discord.act('close', { code: 4012, fromNowOn: true });
    const { printed, status } = await giveUp({});
    expect(printed).toContain('Update Svar');
    expect(status).toBe(78);
  });
  it('says that Discord cannot be reached', async () => {
    const { printed, status } = await giveUp({ DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    expect(printed).toContain('Discord cannot be reached');
    expect(status).toBe(1);
  });
});

describe('a bot that Discord refuses the intent for the content of messages', () => {
  it('runs on, says which surfaces work, and answers there', async () => {
    const bot = await startBot(discord, { MESSAGE_CONTENT: 'on' });
    expect(bot.printed[0]).toContain('Discord refused the Message Content Intent, so I run without it.');
    const asked = await discord.act('say', {
      user: ids.asker,
      channel: ids.channel,
      content: `<@${ids.bot}> hvad er netværk`,
    });
    expect((await discord.replyTo(asked)).content).toContain('### Hvad er netværk?');
    expect(await bot.stop()).toBe(0);
  });
});

describe('a bot without some permissions', () => {
  it('names them at start', async () => {
    const everything = rights.viewChannel | rights.sendMessages | rights.readHistory;
    await discord.act('setRolePermissions', {
      guild: ids.guild,
      role: ids.guild,
      permissions: String(everything),
    });
    const bot = await startBot(discord);
    expect(bot.printed).toContain('The permission “Add Reactions” is missing in 1 server.');
    expect(await bot.stop()).toBe(0);
  });
  it('answers without a reply where it may not read the history', async () => {
    const bot = await startBot(discord);
    const overwrites = [{ id: ids.guild, type: 0, allow: '0', deny: String(rights.readHistory) }];
    await discord.act('setOverwrites', { channel: ids.channel, overwrites });
    await discord.act('say', {
      user: ids.asker,
      channel: ids.channel,
      content: `<@${ids.bot}> hvad er netværk`,
    });
    const answer = await discord.until(({ messages }) =>
      messages.find(({ author }) => author.id === ids.bot),
    );
    expect(answer.content).toContain('### Hvad er netværk?');
    expect(answer['message_reference']).toBeUndefined();
    await bot.stop();
  });
});

describe('a connection that Discord ends for good', () => {
  it('ends the bot, which says what is to be mended', async () => {
    const bot = await startBot(discord);
    await discord.act('close', { code: 4004 });
    expect(await bot.ended).toBe(78);
    expect(bot.printed.at(-1)).toContain('Discord refused DISCORD_TOKEN');
    await bot.stop();
  });
});

describe('a connection that breaks', () => {
  it('is resumed, and what was asked meanwhile is answered once', async () => {
    const bot = await startBot(discord);
    await discord.act('drop', {});
    const asked = await discord.act('say', {
      user: ids.asker,
      channel: ids.channel,
      content: `<@${ids.bot}> hvad er netværk`,
    });
    const reply = await discord.replyTo(asked);
    expect(reply.content).toContain('### Hvad er netværk?');
    await bot.stop();
    const { messages } = await discord.seen();
    expect(messages.filter(({ author }) => author.id === ids.bot)).toHaveLength(1);
  });
});

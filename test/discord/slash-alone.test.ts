import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids, rights } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { buttonsOf, here, mention, peopleIn, type People } from './people.ts';

const asked = 'Hvordan kan jeg netværke effektivt?';
let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-slash-'));
  discord = await startDiscord();
  bot = await startBot(discord, { MENTIONS: 'off', DATABASE_URL: `sqlite:${join(folder, 'svar.db')}` });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await discord.act('setRoles', { guild: ids.guild, user: ids.moderator, roles: [ids.moderatorRole] });
});

/** Whether the panel of somebody else's answer offers to remove it. */
const moderates = async (user: string): Promise<boolean> =>
  buttonsOf(await people.pressed(await people.ask(asked), '⋯', user)).has('Fjern');
const lookups = async (): Promise<number> =>
  (await discord.seen()).requests.filter(({ method, path }) => method === 'GET' && path.startsWith('guilds/'))
    .length;

describe('with MENTIONS=off', () => {
  it('commands, direct messages and "Answer this" are answered, a mention is not heard', async () => {
    const unheard = await people.say(`${mention} ${asked}`);
    expect((await people.ask(asked)).content).toContain(asked);
    const dm = await discord.act('openDm', { user: ids.asker });
    expect((await people.reply(asked, { channel: dm })).content).toContain(asked);
    const target = await people.say(asked);
    await discord.act('messageCommand', { ...here, user: ids.other, name: 'Answer this', message: target });
    expect((await discord.replyTo(target)).content).toContain(asked);
    const { messages } = await discord.seen();
    const repliesTo = (id: string): unknown =>
      messages.filter(
        ({ message_reference: to }) => (to as { message_id?: string } | undefined)?.message_id === id,
      );
    expect(repliesTo(unheard)).toEqual([]);
  });

  it('rights are those of the roles, of which Discord is asked seldom', async () => {
    expect(await moderates(ids.other)).toBe(false);
    const before = await lookups();
    expect(await moderates(ids.moderator)).toBe(true);
    expect(await moderates(ids.owner)).toBe(true);
    expect(await lookups()).toBe(before);
    await discord.act('setRoles', { guild: ids.guild, user: ids.moderator, roles: [] });
    expect(await moderates(ids.moderator)).toBe(false);
  });

  it('what only one channel allows is no right', async () => {
    await discord.act('setOverwrites', {
      channel: ids.channel,
      overwrites: [{ id: ids.other, type: 1, allow: String(rights.manageMessages), deny: '0' }],
    });
    expect(await moderates(ids.other)).toBe(false);
  });

  it('where Svar may not write, the answer is shown to who asked for it alone', async () => {
    const target = await people.say(asked, { channel: ids.muted });
    const told = { ...here, channel: ids.muted, user: ids.other, name: 'Answer this', message: target };
    expect((await people.answerTo(await discord.act('messageCommand', told))).content).toContain(asked);
  });
});

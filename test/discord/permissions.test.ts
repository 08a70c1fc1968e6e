import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids, rights, sampleWorld } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { buttonsOf, here, peopleIn, type People } from './people.ts';

const { guild, moderator, moderatorRole } = ids;
const original = String(rights.manageMessages | rights.pinMessages);
const everybody = sampleWorld().guilds[0]?.roles[0]?.permissions ?? '0';
let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-rights-'));
  discord = await startDiscord();
  bot = await startBot(discord, { DATABASE_URL: `sqlite:${join(folder, 'svar.db')}` });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await discord.act('setRoles', { guild, user: moderator, roles: [moderatorRole] });
  await setRight(moderatorRole, original);
  await setRight(guild, everybody);
  await discord.act('setOverwrites', { channel: ids.channel, overwrites: [] });
});

const setRight = (role: string, permissions: string): Promise<string> =>
  discord.act('setRolePermissions', { guild, role, permissions });

/** Whether this person may do what moderators may: the panel of somebody else's answer offers to remove it. */
async function moderates(user: string): Promise<boolean> {
  const answer = await people.ask('Hvordan kan jeg netværke effektivt?');
  return buttonsOf(await people.pressed(answer, '⋯', user)).has('Fjern');
}
/** Whether this person may set what a server sets. */
async function manages(user: string): Promise<boolean> {
  const show = { ...here, user, name: 'settings', subcommand: 'show' };
  const told = await people.answerTo(await discord.act('subcommand', show));
  return !told.content.startsWith('Det kan kun de, der må administrere serveren');
}

const changes: readonly (readonly [
  who: string,
  user: string,
  change: () => Promise<unknown>,
  moderates: boolean,
  manages: boolean,
])[] = [
  ['a member without roles', ids.other, () => Promise.resolve(), false, false],
  ['a member with the right to manage messages', moderator, () => Promise.resolve(), true, false],
  ['the owner', ids.owner, () => Promise.resolve(), true, true],
  [
    'a member whose role lost the right',
    moderator,
    () => setRight(moderatorRole, String(rights.pinMessages)),
    false,
    false,
  ],
  [
    'a member who lost the role',
    moderator,
    () => discord.act('setRoles', { guild, user: moderator, roles: [] }),
    false,
    false,
  ],
  [
    'a member who may manage the server',
    moderator,
    () => setRight(moderatorRole, String(rights.manageGuild)),
    false,
    true,
  ],
  ['an administrator', moderator, () => setRight(moderatorRole, String(rights.administrator)), true, true],
  [
    'a member of a server where everybody may',
    ids.other,
    () => setRight(guild, String(BigInt(everybody) | rights.manageMessages)),
    true,
    false,
  ],
  [
    'a member who may in this channel only',
    ids.other,
    () =>
      discord.act('setOverwrites', {
        channel: ids.channel,
        overwrites: [{ id: ids.other, type: 1, allow: String(rights.manageMessages), deny: '0' }],
      }),
    false,
    false,
  ],
];

describe('the rights of', () => {
  it.each(changes)('%s', async (_, user, change, isModerator, isManager) => {
    await change();
    expect(await moderates(user)).toBe(isModerator);
    expect(await manages(user)).toBe(isManager);
  });
  it('a member with the role that the server has chosen are a moderator’s, as long as it is chosen', async () => {
    await discord.act('setRoles', { guild, user: ids.other, roles: [ids.curatorRole] });
    expect(await moderates(ids.other)).toBe(false);
    const choose = { ...here, user: ids.owner, name: 'settings', subcommand: 'moderators' };
    const role = { name: 'role', type: 8, value: ids.curatorRole };
    await people.answerTo(await discord.act('subcommand', { ...choose, options: [role] }));
    expect(await moderates(ids.other)).toBe(true);
    expect(await manages(ids.other)).toBe(false);
    const none = { name: 'remove', type: 3, value: 'role' };
    await people.answerTo(await discord.act('subcommand', { ...choose, options: [none] }));
    expect(await moderates(ids.other)).toBe(false);
  });
});

describe('the invitation', () => {
  it('asks for what is needed and no more, at Discord itself', () => {
    const invite = bot.printed.find((line) => line.startsWith('Invite link: ')) ?? '';
    const address = new URL(invite.slice('Invite link: '.length));
    expect(`${address.origin}${address.pathname}`).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: ids.bot,
      scope: 'bot applications.commands',
      permissions: String(
        rights.viewChannel |
          rights.sendMessages |
          rights.sendInThreads |
          rights.readHistory |
          rights.addReactions,
      ),
    });
  });
});

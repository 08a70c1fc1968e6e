import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import type { StoredMessage } from '../discord-server/state.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { here, mention, peopleIn, type People } from './people.ts';

let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-events-'));
  await writeFile(join(folder, 'a.md'), '---\nlang: da\n---\n## Hvornår er der træning?\nTirsdag.\n');
  discord = await startDiscord();
  bot = await startBot(discord, { CONTENT_DIR: folder });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

const asked = `${mention} hvornår er der træning?`;
const repliesTo = ({ messages }: { messages: readonly StoredMessage[] }, id: string) =>
  messages.filter(
    ({ author, message_reference: to }) =>
      author.id === ids.bot && (to as { message_id?: string } | undefined)?.message_id === id,
  );
/** What is answered before this is answered. */
async function settled(): Promise<{ messages: readonly StoredMessage[] }> {
  await people.reply(asked);
  return discord.seen();
}

describe('who is answered', () => {
  it.each([
    ['another bot', { user: ids.robot }],
    ['a webhook', { webhook: true, user: ids.owner }],
  ])('is not %s', async (_, who) => {
    const id = await people.say(asked, who);
    expect(repliesTo(await settled(), id)).toEqual([]);
  });
  it('is not somebody who neither mentions nor answers Svar', async () => {
    const id = await people.say('hvornår er der træning?');
    const other = await people.say('enig', { replyTo: id, user: ids.other });
    const seen = await settled();
    expect([...repliesTo(seen, id), ...repliesTo(seen, other)]).toEqual([]);
  });
  it('is not somebody who mentions another person', async () => {
    const id = await people.say(`<@${ids.other}> hvornår er der træning?`);
    expect(repliesTo(await settled(), id)).toEqual([]);
  });
  it('is whoever writes in private, without a mention', async () => {
    const channel = await discord.act('openDm', { user: ids.other });
    const reply = await people.reply('hvornår er der træning?', { channel, user: ids.other });
    expect(reply.content).toContain('Tirsdag.');
  });
});

describe('an event that comes twice', () => {
  it('of a message is answered once', async () => {
    const id = await people.say(asked);
    await discord.replyTo(id);
    await discord.act('again', {});
    expect(repliesTo(await settled(), id)).toHaveLength(1);
  });
  it('of a command is answered once, and no fault is met', async () => {
    const before = (await discord.refusals()).length;
    const answer = await people.ask('hvornår er der træning?');
    await discord.act('again', {});
    await settled();
    const { messages } = await discord.seen();
    const interaction = answer['interaction_id'];
    expect(messages.filter((message) => message['interaction_id'] === interaction)).toHaveLength(1);
    expect((await discord.refusals()).length).toBe(before);
  });
});

describe('a press', () => {
  it('on a button of somebody else’s unsure answer is refused to members', async () => {
    const answer = await people.ask('hvornår er der fest');
    const none = { ...here, user: ids.other, message: answer.id, customId: `svar:none:${ids.other}` };
    const told = await people.answerTo(await discord.act('press', none));
    expect(told.content).toBe('Det kan kun den, der spurgte, og moderatorer.');
    const { messages } = await discord.seen();
    expect(messages.find(({ id }) => id === answer.id)?.content).toBe(answer.content);
  });
  it('is allowed to moderators', async () => {
    const answer = await people.ask('hvornår er der fest');
    const none = { ...here, user: ids.moderator, message: answer.id, customId: `svar:none:${ids.other}` };
    await discord.act('press', none);
    const changed = await people.becomes(answer.id, ({ content }) => content.includes('Det står ikke'));
    expect(changed.content).toBe('> hvornår er der fest\nDet står ikke i artiklerne.');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import type { StoredMessage } from '../discord-server/state.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { buttonsOf, here, isPrivate, mention, peopleIn, type People } from './people.ts';

const found = 'Hvordan kan jeg netværke effektivt?';
const unsure = 'netværk online eller fysisk';
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;

beforeAll(async () => {
  discord = await startDiscord();
  bot = await startBot(discord);
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

/** A helper uses "Answer this" on a message; gives what the helper is told. */
async function used(message: string, channel: string = ids.channel): Promise<StoredMessage> {
  const told = { ...here, channel, user: ids.other, name: 'Answer this', message };
  return people.answerTo(await discord.act('messageCommand', told));
}
const repliesTo = async (asked: string): Promise<readonly StoredMessage[]> =>
  (await discord.seen()).messages.filter(
    ({ message_reference: to }) => (to as { message_id?: string } | undefined)?.message_id === asked,
  );

describe('"Answer this"', () => {
  it('does not quote the message that it replies to', async () => {
    const asked = await people.say(found);
    const told = await used(asked);
    const reply = await discord.replyTo(asked);
    expect(reply.content).toMatch(/^### Hvordan kan jeg netværke effektivt\?\n/u);
    expect(told.content).toContain(`/channels/${ids.guild}/${ids.channel}/${reply.id}`);
    expect(isPrivate(told)).toBe(true);
  });
  it('lets the author of the message remove the answer, not the helper', async () => {
    const asked = await people.say(found);
    await used(asked);
    const reply = await discord.replyTo(asked);
    const theirs = await people.pressed(reply, '⋯', ids.other);
    expect(Array.from(buttonsOf(theirs).keys())).not.toContain('Fjern');
    await people.press(await people.pressed(reply, '⋯', ids.asker), 'Fjern', ids.asker);
    await people.vanishes(reply.id);
    expect(await repliesTo(asked)).toEqual([]);
  });
  it('can say why though Discord hides what was asked', async () => {
    const asked = await people.say('hvorfor skal firmaer netværke');
    await used(asked);
    const panel = await people.pressed(await discord.replyTo(asked), '⋯');
    expect((await people.pressed(panel, 'Hvorfor dette svar?')).content).toContain('firmaer');
  });
  it('asks the helper where it is unsure, and posts what the helper picks as a reply', async () => {
    const asked = await people.say(unsure);
    const list = await used(asked);
    expect(list.content).toContain('Hvilket af disse afsnit skal jeg svare med?');
    expect(await repliesTo(asked)).toEqual([]);
    await people.press(list, '1', ids.other);
    const reply = await discord.replyTo(asked);
    expect(reply.content).toMatch(/^### /u);
    expect(isPrivate(reply)).toBe(false);
    const told = await people.becomes(list.id, ({ content }) => content.includes(reply.id));
    expect(told.components).toEqual([]);
    expect(await repliesTo(asked)).toHaveLength(1);
  });
  it('posts nothing where the helper says that none fits', async () => {
    const asked = await people.say(unsure);
    const list = await used(asked);
    await people.press(list, 'Ingen af dem', ids.other);
    const told = await people.becomes(list.id, ({ content }) => content.includes('Det står ikke'));
    expect(told.content).toBe(`> ${unsure}\nDet står ikke i artiklerne.`);
    expect(await repliesTo(asked)).toEqual([]);
  });
  it('shows the suggestions to the helper alone where Svar may not write', async () => {
    const asked = await people.say(unsure, { channel: ids.muted });
    const list = await used(asked, ids.muted);
    await people.press(list, '1', ids.other);
    const shown = await people.becomes(list.id, ({ content }) => content.includes('### '));
    expect(isPrivate(shown)).toBe(true);
    expect(await repliesTo(asked)).toEqual([]);
  });
  it('says so on an answer of Svar’s own', async () => {
    const answer = await people.reply(`${mention} ${found}`);
    expect((await used(answer.id)).content).toBe('Den besked er mit eget svar. Brug knapperne under den.');
  });
  it('says so where nothing is asked', async () => {
    expect((await used(await people.say('tusind tak!'))).content).toBe(
      'Der er ikke noget spørgsmål i den besked.',
    );
  });
  it('takes its answer along when the question is deleted', async () => {
    const asked = await people.say(found);
    await used(asked);
    const reply = await discord.replyTo(asked);
    await discord.act('erase', { messages: [asked] });
    await people.vanishes(reply.id);
    expect(await repliesTo(asked)).toEqual([]);
  });
  it('takes no order to reply from a forged button in public', async () => {
    const asked = await people.say('hvad koster det');
    const answer = await people.ask(found);
    const [, target = ''] = /^svar:panel:\d+:([0-9a-f]{12})$/u.exec(buttonsOf(answer).get('⋯') ?? '') ?? [];
    const forged = { ...here, message: answer.id, customId: `svar:reply:${target}:${asked}` };
    const told = await people.answerTo(await discord.act('press', forged));
    expect(told.content).toContain('ældre udgave');
    expect(await repliesTo(asked)).toEqual([]);
  });
});

describe('all of this', () => {
  it('stays within what Discord allows', async () => {
    expect(await discord.refusals()).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { cooldownRates } from '../../src/ops/cooldowns.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { here, isPrivate, mention, peopleIn, type People } from './people.ts';

let now = 1_000_000;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;
beforeAll(async () => {
  discord = await startDiscord();
  bot = await startBot(discord, {}, { clock: { now: () => now } });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

/** Everything that was asked before is dealt with once this is answered. */
async function settled(user: string): Promise<void> {
  now += 60 * 60 * 1000;
  await people.reply(`${mention} hvad er netværk`, { user });
}

it('answers a question that one person sends again at once one time', async () => {
  const first = await people.say(`${mention} hvad er netværk?`);
  const second = await people.say(`${mention} Hvad er netværk`);
  await discord.replyTo(first);
  await settled(ids.other);
  const { messages } = await discord.seen();
  const replied = messages.map(
    ({ message_reference: above }) => (above as { message_id?: string })?.message_id,
  );
  expect(replied).toContain(first);
  expect(replied).not.toContain(second);
});

it('tells one person who asks without a pause, in private, and then says nothing', async () => {
  const { capacity, interval } = cooldownRates.question;
  for (let count = 0; count < capacity; count++) await people.ask(`hvad er netværk ${String(count)}`);
  const told = await people.ask('hvad er netværk');
  expect(told.content).toBe(`Det går lidt stærkt. Jeg lytter igen om ${String(interval / 1000)} sekunder.`);
  expect(isPrivate(told)).toBe(true);
  const unheard = await discord.act('slash', {
    ...here,
    name: 'ask',
    options: [{ name: 'question', type: 3, value: 'hvad er netværk' }],
  });
  const other = await people.ask('hvad er netværk', [], { user: ids.other });
  expect(other.content).toContain('### Hvad er netværk?');
  await settled(ids.other);
  const { interactions } = await discord.seen();
  expect(interactions.find(({ id }) => id === unheard)?.acknowledged).toBe(false);
});

it('tells somebody who mentions it without a pause in a direct message', async () => {
  now += 60 * 60 * 1000;
  for (let count = 0; count <= cooldownRates.question.capacity + 2; count++)
    await people.say(`${mention} hvad er netværk nummer ${String(count)}`, { user: ids.moderator });
  await settled(ids.other);
  const { messages } = await discord.seen();
  const waits = messages.filter(({ content }) => content.startsWith('Det går lidt stærkt.'));
  const direct = await discord.act('openDm', { user: ids.moderator });
  expect(waits.filter(({ channel_id: channel }) => channel === direct)).toHaveLength(1);
  expect(waits.filter(({ channel_id: channel }) => channel === ids.channel)).toHaveLength(1);
});

it('answers for the asker alone where a channel is full of answers', async () => {
  now += 60 * 60 * 1000;
  const everybody = [ids.asker, ids.other, ids.moderator, ids.owner];
  for (let count = 0; count < cooldownRates.channel.capacity; count++) {
    const user = everybody[count % everybody.length];
    // Each of them at their own pace; together more than one channel takes.
    expect(isPrivate(await people.ask('hvad er netværk', [], { user }))).toBe(false);
  }
  expect(isPrivate(await people.ask('hvad er netværk', [], { user: ids.owner }))).toBe(true);
}, 20_000);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import type { Json, StoredMessage } from '../discord-server/state.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';

const question = 'Hvordan kan jeg netværke effektivt?';
let discord: LoopbackDiscord;
let bot: RunningBot;

beforeAll(async () => {
  discord = await startDiscord();
  bot = await startBot(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

const here = { user: ids.asker, channel: ids.channel };
const textOption = (value: string, more: Json = {}): Json => ({ name: 'question', type: 3, value, ...more });
const ask = (value: string, more: Json = {}): Promise<string> =>
  discord.act('slash', { ...here, name: 'ask', options: [textOption(value)], ...more });
const say = (content: string, more: Json = {}): Promise<string> =>
  discord.act('say', { ...here, content, ...more });
const flagsOf = ({ flags }: StoredMessage): number => Number(flags);
const isPrivate = (message: StoredMessage): boolean => (flagsOf(message) & 64) !== 0;

/** custom_ids of a message's buttons, by label or emoji. */
function buttonsOf(message: StoredMessage): ReadonlyMap<string, string> {
  const rows = message['components'] as {
    components: { label?: string; emoji?: { name: string }; custom_id: string }[];
  }[];
  return new Map(
    rows.flatMap(({ components }) =>
      components.map((one) => [one.label ?? one.emoji?.name ?? '', one.custom_id] as const),
    ),
  );
}

async function first(interaction: string): Promise<StoredMessage> {
  const { messages } = await discord.response(interaction);
  const [message] = messages;
  if (message === undefined) throw new Error('nothing was answered');
  return message;
}

async function press(message: StoredMessage, label: string, user: string = ids.asker): Promise<string> {
  const customId = buttonsOf(message).get(label);
  if (customId === undefined)
    throw new Error(`no button ${label} in ${Array.from(buttonsOf(message).keys()).join()}`);
  return discord.act('press', { ...here, user, message: message.id, customId });
}

describe('the bot at start', () => {
  it('says who it is, where, and how it is invited', () => {
    expect(bot.printed).toContainEqual('Svar is connected and in 2 servers.');
    expect(bot.printed.join('\n')).toContain('Invite link: https://discord.com/');
  });
});

describe('/ask', () => {
  it('posts the passage under its quoted question, with its source and buttons', async () => {
    const message = await first(await ask(question));
    expect(message.content).toMatch(
      /^> Hvordan kan jeg netværke effektivt\?\n### Hvordan kan jeg netværke effektivt\?\n/u,
    );
    expect(message.content).toContain('-# Fra Netværk');
    expect(Array.from(buttonsOf(message).keys())).toEqual(expect.arrayContaining(['👍', '👎', '⋯']));
    expect(isPrivate(message)).toBe(false);
  });
  it('answers in the locale of the asker', async () => {
    const message = await first(await ask('hvordan bager man brød', { locale: 'en-GB' }));
    expect(message.content).toContain('The articles do not say.');
  });
  it('keeps a private answer private and whole', async () => {
    const interaction = await discord.act('slash', {
      ...here,
      name: 'ask',
      options: [textOption('hvad er linkedin'), { name: 'private', type: 5, value: true }],
    });
    const message = await first(interaction);
    expect(isPrivate(message)).toBe(true);
    expect(message.content).toContain('LinkedIn');
  });
  it('notifies the one person it is for, and nobody else', async () => {
    const interaction = await discord.act('slash', {
      ...here,
      name: 'ask',
      options: [textOption(question), { name: 'for', type: 6, value: ids.other }],
    });
    expect((await first(interaction))['allowed_mentions']).toMatchObject({ parse: [], users: [ids.other] });
  });
  it('completes what is typed from the headings', async () => {
    const interaction = await discord.act('slash', {
      ...here,
      name: 'ask',
      options: [textOption('online', { focused: true })],
      autocomplete: true,
    });
    const { result } = await discord.response(interaction);
    const names = ((result?.['choices'] ?? []) as { name: string }[]).map(({ name }) => name);
    expect(names).toContain('Online netværk · Netværk');
  });
});

describe('a message', () => {
  const mention = `<@${ids.bot}>`;
  it.each([
    ['a mention', `${mention} ${question}`],
    ['a mention at the end', `${question} ${mention}`],
  ])('that holds %s is answered by a reply', async (_, content) => {
    const reply = await discord.replyTo(await say(content));
    expect(reply.content).toMatch(/^### Hvordan kan jeg netværke effektivt\?\n/u);
    expect(reply['allowed_mentions']).toMatchObject({ parse: [] });
  });
  it('that mentions the role of Svar gets help where Discord hides its text', async () => {
    const reply = await discord.replyTo(await say(`<@&${ids.botRole}> ${question}`));
    expect(reply.content).toMatch(/ <\/topics:\d+> viser resten\.$/u);
  });
  it('without text gets the help line', async () => {
    const reply = await discord.replyTo(await say(mention));
    expect(reply.content).toMatch(/ <\/topics:\d+> viser resten\.$/u);
  });
  it('without text under another message answers that one', async () => {
    const asked = await say(`${mention} ${question}`);
    await discord.replyTo(asked);
    const reply = await discord.replyTo(await say(mention, { replyTo: asked, user: ids.other }));
    expect(reply.content).toContain('Hvordan kan jeg netværke effektivt?');
  });
  it('that replies to an answer is a question too', async () => {
    const answer = await discord.replyTo(await say(`${mention} ${question}`));
    const reply = await discord.replyTo(await say(`${mention} hvad er linkedin`, { replyTo: answer.id }));
    expect(reply.content).toContain('Hvad er online netværk?');
  });
  it('that only thanks gets a reaction', async () => {
    const thanks = await say(`${mention} tak!`, { user: ids.owner });
    const { reactions } = await discord.until(
      (seen) => seen.reactions.some(({ message }) => message === thanks) && seen,
    );
    expect(reactions).toContainEqual({ message: thanks, emoji: '👍' });
  });
  it('with several questions gets one reply', async () => {
    const asked = await say(`${mention} Hvad er netværk? Hvorfor er netværk nyttigt?`, { user: ids.owner });
    const reply = await discord.replyTo(asked);
    expect(reply.content).toContain('### Hvad er netværk?');
    expect(reply.content).toContain('### Hvorfor er netværk nyttigt?');
  });
  it('in a thread and in private is answered', async () => {
    expect(
      (
        await discord.replyTo(
          await say(`${mention} ${question}`, { channel: ids.thread, user: ids.moderator }),
        )
      ).content,
    ).toContain('###');
    const dm = await discord.act('openDm', { user: ids.other });
    const reply = await discord.replyTo(await say(question, { channel: dm, user: ids.other }));
    expect(reply.content).toContain('### Hvordan kan jeg netværke effektivt?');
  });
  it('of a bot, of a webhook, and where Svar may not write stays unanswered', async () => {
    await say(`${mention} ${question}`, { user: ids.robot });
    await say(`${mention} ${question}`, { webhook: true, user: ids.owner });
    await say(`${mention} ${question}`, { channel: ids.muted, user: ids.owner });
    const last = await say(`${mention} ${question}`, { user: ids.owner });
    await discord.replyTo(last);
    const { messages } = await discord.seen();
    const answers = messages.filter(
      ({ author, message_reference: to }) => author.id === ids.bot && to !== undefined,
    );
    expect(
      new Set(answers.map((one) => (one['message_reference'] as { message_id: string }).message_id)).size,
    ).toBe(answers.length);
    expect(answers.some(({ channel_id }) => channel_id === ids.muted)).toBe(false);
  });
});

describe('"Answer this"', () => {
  it('replies to the message and tells who used it', async () => {
    const asked = await say(question, { user: ids.other });
    const interaction = await discord.act('messageCommand', {
      ...here,
      user: ids.moderator,
      name: 'Answer this',
      message: asked,
    });
    const reply = await discord.replyTo(asked);
    expect(reply.content).toContain('### Hvordan kan jeg netværke effektivt?');
    const told = await first(interaction);
    expect(isPrivate(told)).toBe(true);
  });
  it('says privately that nothing was found', async () => {
    const asked = await say('hvordan bager man rugbrød', { user: ids.other });
    const interaction = await discord.act('messageCommand', {
      ...here,
      user: ids.moderator,
      name: 'Answer this',
      message: asked,
    });
    const told = await first(interaction);
    expect(isPrivate(told)).toBe(true);
    expect(told.content).toContain('Det står ikke i artiklerne.');
  });
});

describe('the buttons', () => {
  it('explain an answer in a private panel', async () => {
    const message = await first(await ask('hvorfor skal firmaer netværke', { user: ids.owner }));
    const panel = await first(await press(message, '⋯', ids.owner));
    expect(isPrivate(panel)).toBe(true);
    const why = await first(await press(panel, 'Hvorfor dette svar?', ids.owner));
    expect(why.content).toContain('firmaer');
  });
  it('let the asker pick a suggestion, which replaces the question', async () => {
    const message = await first(await ask('netværk online eller fysisk', { user: ids.other }));
    expect(message.content).toContain('Mener du en af disse?');
    await press(message, '1', ids.other);
    const changed = await discord.until(({ messages }) =>
      messages.find(({ id, content }) => id === message.id && content.includes('###')),
    );
    expect(changed.content).toContain('-# Fra Netværk');
  });
  it('show a pick of somebody else privately', async () => {
    const message = await first(await ask('netværk online eller fysisk', { user: ids.moderator }));
    const shown = await first(await press(message, '1', ids.asker));
    expect(isPrivate(shown)).toBe(true);
  });
  it('remove an answer for the asker and moderators only', async () => {
    const message = await first(await ask(question, { user: ids.owner }));
    const panel = await first(await press(message, '⋯', ids.other));
    expect(Array.from(buttonsOf(panel).keys())).not.toContain('Fjern');
    const forged = await discord.act('press', {
      ...here,
      user: ids.other,
      message: message.id,
      customId: `svar:remove:${ids.owner}:${message.id}`,
    });
    expect((await first(forged)).content).toContain('Kun den');
    const own = await first(await press(message, '⋯', ids.moderator));
    await press(own, 'Fjern', ids.moderator);
    await discord.until(({ messages }) => messages.every(({ id }) => id !== message.id));
  });
  it('of an older version or forged get a sentence', async () => {
    const message = await first(await ask(question, { user: ids.moderator }));
    for (const customId of ['svar:pick:1:2', 'svar:nonsense:0', 'svar:more:abc:def:0']) {
      const answer = await first(
        await discord.act('press', { ...here, user: ids.moderator, message: message.id, customId }),
      );
      expect(isPrivate(answer)).toBe(true);
    }
  });
  it('work after a restart of the bot', async () => {
    const message = await first(await ask(question, { user: ids.other }));
    expect(await bot.stop()).toBe(0);
    const writes = (await discord.seen()).commandWrites;
    bot = await startBot(discord);
    const panel = await first(await press(message, '⋯', ids.moderator));
    expect(isPrivate(panel)).toBe(true);
    expect((await discord.seen()).commandWrites).toBe(writes);
  });
});

describe('all of this', () => {
  it('stays within what Discord allows, and pings nobody', async () => {
    expect(await discord.refusals()).toEqual([]);
  });
});

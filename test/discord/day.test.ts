import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { messageContent } from '../discord-server/shown.ts';
import type { StoredMessage } from '../discord-server/state.ts';
import { ids, sampleWorld, type World } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { dayMessages, type Written } from './day-messages.ts';
import { here, mention, peopleIn } from './people.ts';

const sets = join(dirname(fileURLToPath(import.meta.url)), '..', 'questions');
const names = ['da-communities', 'en-communities'] as const;
const [second, third, forum] = ['200000000000000231', '200000000000000232', '200000000000000233'];
const people = [ids.asker, ids.other, ids.moderator, ids.owner];

/** Three channels and a forum; in the third nobody wants to hear anything unasked. */
function world(): World {
  const sample = sampleWorld();
  const more = [
    { id: second, type: 0 },
    { id: third, type: 0 },
    { id: forum, type: 15 },
  ].map((one) => ({ ...one, name: 'kanal', position: 0, permission_overwrites: [] }));
  const guilds = sample.guilds.map((guild) =>
    guild.id === ids.guild ? { ...guild, channels: [...guild.channels, ...more] } : guild,
  );
  return { ...sample, guilds, enabledIntents: messageContent };
}

/** A message of the day with the id that it got. */
interface Sent extends Written {
  readonly id: string;
  readonly channel: string;
  readonly fate: 'edited' | 'deleted' | null;
}

let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let minutes = 0;
let sent: readonly Sent[];
let replies: ReadonlyMap<string, readonly StoredMessage[]>;
let nodded: ReadonlySet<string>;

/** Says one of them; four people take turns, and some of what they asked is edited or deleted afterwards. */
async function say(written: Written, index: number): Promise<Sent> {
  // Two minutes go by between messages, as on a busy day.
  minutes += 2;
  const user = written.kind === 'bot' ? ids.robot : (people[index % people.length] ?? ids.asker);
  // In one of six messages the channel is the one that nobody chose.
  const channel = [ids.channel, second, ids.channel, second, ids.channel, third][index % 6] ?? second;
  if (written.kind === 'post') {
    const id = await discord.act('openPost', { user, parent: forum, title: written.text, content: '…' });
    return { ...written, id, channel: forum, fate: null };
  }
  const replyTo = written.kind === 'reply' ? { replyTo: first } : {};
  const content = ['addressed', 'bot'].includes(written.kind) ? `${mention} ${written.text}` : written.text;
  const id = await discord.act('say', { user, channel, content, ...replyTo });
  const fate =
    written.kind === 'addressed' && index % 10 < 4 ? (index % 2 === 0 ? 'edited' : 'deleted') : null;
  return { ...written, id, channel, fate };
}
let first = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-day-'));
  for (const name of names)
    await cp(join(sets, name, 'content'), join(folder, 'content'), { recursive: true });
  discord = await startDiscord(world());
  const settings = {
    CONTENT_DIR: join(folder, 'content'),
    MESSAGE_CONTENT: 'on',
    DATABASE_URL: `sqlite:${join(folder, 'svar.db')}`,
  };
  bot = await startBot(discord, settings, { clock: { now: () => minutes * 60_000 } });
  for (const channel of [ids.channel, second, forum])
    await peopleIn(discord).answerTo(
      await discord.act('subcommand', {
        ...here,
        user: ids.owner,
        name: 'settings',
        subcommand: 'channel',
        options: [{ name: 'channel', type: 7, value: channel }],
      }),
    );
  first = await discord.act('say', { user: ids.owner, channel: ids.channel, content: 'Godmorgen' });
  const all: Sent[] = [];
  for (const [index, written] of dayMessages(sets, names, 'da-festival').entries())
    all.push(await say(written, index));
  sent = all;
  await dayEnd();
  for (const { id, fate } of sent) {
    if (fate === 'edited')
      await discord.act('rewrite', { message: id, content: `${mention} hvad koster en kanotur på månen` });
    if (fate === 'deleted') await discord.act('erase', { messages: [id] });
  }
  await dayEnd();
  const { messages, reactions } = await discord.seen();
  nodded = new Set(reactions.map(({ message }) => message));
  replies = new Map(sent.map(({ id }) => [id, messages.filter((one) => aboveOf(one) === id)]));
  await bot.stop();
}, 180_000);
afterAll(async () => {
  await discord.close();
  await rm(folder, { recursive: true });
});

const aboveOf = ({ message_reference: above }: StoredMessage): string | undefined =>
  (above as { message_id?: string } | undefined)?.message_id;

/** Everything is dealt with: what was asked last is answered, and nothing else is under way. */
async function dayEnd(): Promise<void> {
  minutes += 60;
  const last = await discord.act('say', { ...here, content: `${mention} hej nummer ${String(minutes)}` });
  await discord.replyTo(last);
}

const answersTo = (one: Sent): readonly StoredMessage[] => replies.get(one.id) ?? [];
/** Thanks get a reaction. */
const nods = ({ id }: Sent): number => (nodded.has(id) ? 1 : 0);
/** The headings that one of our messages shows. */
const headingsOf = ({ content }: StoredMessage): readonly string[] =>
  Array.from(
    content.matchAll(/^### (?:\[(.*?)\]\(|)(.*?)(?:\)|)$/gmu),
    ([, linked, bare]) => linked ?? bare ?? '',
  );
const isRight = ({ relevant }: Sent, answer: StoredMessage): boolean =>
  headingsOf(answer).some(
    (heading) => relevant?.some((id) => plain(id).endsWith(`#${plain(heading)}`)) === true,
  );
const plain = (text: string): string => text.replaceAll('\\', '').replace(/~\d+$/u, '');

it('answers each question that is addressed to it once, and follows its edits and its deletion', () => {
  const addressed = sent.filter(({ kind }) => kind === 'addressed');
  expect(addressed).toHaveLength(40);
  const counts = addressed.map((one) => [one.text, one.fate, answersTo(one).length + nods(one)]);
  expect(counts.filter(([, fate, count]) => fate !== 'deleted' && count !== 1)).toEqual([]);
  expect(addressed.filter((one) => one.fate === 'deleted' && answersTo(one).length > 0)).toEqual([]);
  const edited = addressed.filter(({ fate }) => fate === 'edited');
  expect(edited.length).toBeGreaterThan(3);
  expect(edited.flatMap((one) => answersTo(one).flatMap(headingsOf))).toEqual([]);
});

it('leaves chatter, people who talk with each other, and other bots alone', () => {
  const others = sent.filter(({ relevant }) => relevant === null);
  expect(others).toHaveLength(70);
  expect(others.filter((one) => answersTo(one).length > 0).map(({ text }) => text)).toEqual([]);
});

it('answers unasked only where it was chosen, each once, and right in at least 19 of 20', () => {
  const unasked = sent.filter(({ kind }) => kind === 'unasked' || kind === 'post');
  expect(unasked).toHaveLength(180);
  const answered = unasked.filter((one) => answersTo(one).length > 0);
  expect(answered.filter(({ channel }) => channel === third)).toEqual([]);
  expect(answered.filter((one) => answersTo(one).length > 1)).toEqual([]);
  const right = answered.filter((one) => answersTo(one).every((answer) => isRight(one, answer)));
  const wrong = answered.filter((one) => !right.includes(one));
  const told = (kind: Written['kind']): string =>
    `${kind} ${String(sent.filter((one) => one.kind === kind).length)}`;
  const kinds = ['addressed', 'unasked', 'post', 'chatter', 'reply', 'bot'] as const;
  process.stdout.write(
    `the day: ${kinds.map(told).join(', ')}; unasked answers ${String(answered.length)}, right ${String(right.length)}\n` +
      wrong
        .map((one) => `  wrong: ${one.text} → ${headingsOf(answersTo(one)[0] as StoredMessage).join()}\n`)
        .join(''),
  );
  expect(answered.length).toBeGreaterThanOrEqual(15);
  expect(wrong.length).toBeLessThanOrEqual(Math.max(1, answered.length / 20));
});

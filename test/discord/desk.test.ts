import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StoredMessage } from '../discord-server/state.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { labelsOf, marked, moderating } from './moderating.ts';
import { isPrivate, mention, peopleIn, type People } from './people.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** A Wednesday, and Mondays after it. */
const wednesday = new Date('2026-11-25T12:00:00Z');
const mondays = [new Date('2026-11-30T07:05:00Z'), new Date('2026-12-07T07:05:00Z')] as const;
const soon = 60_000;
const button = 'Spørg et menneske';
let folder: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;
const moderator = moderating(() => discord);

const start = (): Promise<RunningBot> =>
  startBot(
    discord,
    { DATABASE_URL: `sqlite:${join(folder, 'svar.db')}`, CONTENT_DIR: join(folder, 'content') },
    { watches: true },
  );
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: wednesday });
  folder = await mkdtemp(join(tmpdir(), 'svar-desk-'));
  await cp(join(packageRoot, 'content'), join(folder, 'content'), { recursive: true });
  discord = await startDiscord();
  bot = await start();
  people = peopleIn(discord);
});
afterAll(async () => {
  vi.useRealTimers();
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

/** `/settings moderators`. */
async function set(options: Readonly<Record<string, readonly [number, string]>>): Promise<string> {
  const act = {
    channel: ids.channel,
    user: ids.owner,
    name: 'settings',
    subcommand: 'moderators',
    options: Object.entries(options).map(([name, [type, value]]) => ({ name, type, value })),
  };
  return (await moderator.first(await discord.act('subcommand', act))).content;
}
const deskMessages = async (): Promise<readonly StoredMessage[]> =>
  (await discord.seen()).messages.filter(({ channel_id: channel }) => channel === ids.desk);
const untilDesk = (count: number): Promise<StoredMessage> =>
  discord.until(({ messages }) => {
    const own = messages.filter(({ channel_id: channel }) => channel === ids.desk);
    return own.length >= count ? own.at(-1) : null;
  });

describe('a person', () => {
  it('cannot be asked where moderators have set no channel', async () => {
    const unknown = await people.reply(`${mention} hvordan bager man rugbrød`);
    expect(labelsOf(unknown)).toEqual(['Se emner']);
  });

  it('can be asked once a channel is set, and what is in the way is said', async () => {
    expect(await set({ notify: [8, ids.curatorRole] })).toContain('Vælg først en kanal');
    expect(await set({ channel: [7, ids.muted] })).toContain(`⚠️ Jeg må ikke skrive i <#${ids.muted}>`);
    const told = await set({ channel: [7, ids.desk], notify: [8, ids.curatorRole] });
    expect(told).toContain(`Jeg skriver til moderatorerne i <#${ids.desk}>`);
    expect(told).toContain(`⚠️ <@&${ids.curatorRole}> kan ikke nævnes af alle`);
    expect(told).not.toContain('Jeg må ikke skrive');
  });

  it('is asked by a press alone, with the question and where it stands, and only the role is notified', async () => {
    const unknown = await people.reply(`${mention} hvordan bager man **rugbrød** @everyone`);
    expect(labelsOf(unknown)).toEqual(['Se emner', button]);
    expect(await deskMessages()).toEqual([]);
    const told = await people.pressed(unknown, button);
    expect(isPrivate(told)).toBe(true);
    expect(told.content).toBe('Moderatorerne har fået dit spørgsmål. Du får svar her.');
    const [call] = await deskMessages();
    expect(call?.content.split('\n')).toEqual([
      `<@&${ids.curatorRole}> 🙋 <@${ids.asker}> vil gerne have svar fra et menneske:`,
      expect.stringMatching(/^> hvordan bager man \\\*\\\*rugbrød\\\*\\\* \\@everyone$/u),
      `-# https://discord.com/channels/${ids.guild}/${ids.channel}/${unknown.id}`,
    ]);
    expect(call?.['allowed_mentions']).toMatchObject({ parse: [], roles: [ids.curatorRole] });
  });

  it('is asked once a question, whoever presses, also after a restart', async () => {
    const [unknown] = (await discord.seen()).messages
      .filter(({ content }) => content.includes('Det står ikke'))
      .slice(-1);
    if (unknown === undefined) throw new Error('no answer');
    expect((await people.pressed(unknown, button, ids.other)).content).toContain('har allerede fået');
    await bot.stop();
    bot = await start();
    expect((await people.pressed(unknown, button)).content).toContain('har allerede fået');
    expect(await deskMessages()).toHaveLength(1);
  });

  it('is offered where Svar is unsure, where an answer did not help, and where none of the suggestions did', async () => {
    const unsure = await people.ask('hvordan får jeg et netværk');
    expect(labelsOf(unsure)).toContain(button);
    await people.press(unsure, 'Ingen af dem');
    const none = await people.becomes(unsure.id, ({ content }) => content.includes('Det står ikke'));
    expect(labelsOf(none)).toEqual(['Se emner', button]);
    const found = await people.ask('Hvordan kan jeg netværke effektivt?');
    const panel = await people.pressed(found, '👎', ids.other);
    expect(labelsOf(panel)).toContain(button);
    expect((await people.pressed(panel, button, ids.other)).content).toContain('har fået dit spørgsmål');
    const call = await untilDesk(2);
    expect(call.content).toContain('> Hvordan kan jeg netværke effektivt?');
    expect(call.content).toContain(found.id);
  });

  it('is told of a private question without a link', async () => {
    const options = [{ name: 'private', type: 5, value: true }];
    await people.pressed(await people.ask('hvordan bager man boller', options), button);
    expect((await untilDesk(3)).content.split('\n').slice(1)).toEqual([
      '> hvordan bager man boller',
      '-# Spurgt privat, så der er ingen besked at linke til.',
    ]);
  });

  it('cannot be reached where Svar may not write, and can be asked again later', async () => {
    await set({ channel: [7, ids.muted], remove: [3, 'notify'] });
    const unknown = await people.reply(`${mention} hvordan bager man kringle`);
    expect((await people.pressed(unknown, button)).content).toContain(
      'Jeg kunne ikke få fat i moderatorerne',
    );
    await set({ channel: [7, ids.desk] });
    expect((await people.pressed(unknown, button)).content).toContain('har fået dit spørgsmål');
    const call = await untilDesk(4);
    expect(call.content.startsWith('🙋')).toBe(true);
    expect(call['allowed_mentions']).toMatchObject({ parse: [], roles: [] });
  });

  it('leaves no id beside a question in the database', async () => {
    const { DatabaseSync } = await import('@photostructure/sqlite');
    const database = new DatabaseSync(join(folder, 'svar.db'), { readOnly: true });
    const rows = database.prepare('select * from claims').all();
    database.close();
    expect(rows.length).toBeGreaterThan(3);
    for (const secret of [ids.asker, ids.other, 'person']) expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe('articles that cannot be read', () => {
  it('are told to the moderators, once', async () => {
    const before = (await deskMessages()).length;
    const file = join(folder, 'content', 'networking.md');
    await writeFile(file, '---\ntitle: [\n---\n\n# Netværk\n');
    const told = await untilDesk(before + 1);
    expect(told.content).toContain('⚠️ En artikel kan ikke læses, som den er nu.');
    expect(told.content).toMatch(/- networking\.md, linje \d/u);
    await writeFile(join(folder, 'content', 'ny.md'), '# Nyt\n\nHer står noget.\n');
    await discord.until(() => bot.app.answers.content().articles.length === 2);
    await cp(join(packageRoot, 'content'), join(folder, 'content'), { recursive: true });
    expect(await deskMessages()).toHaveLength(before + 1);
  });
});

const isSummary = ({ content }: StoredMessage): boolean => content.startsWith('### Ugens spørgsmål');
const summaries = async (): Promise<readonly StoredMessage[]> => (await deskMessages()).filter(isSummary);
const untilSummary = (count: number): Promise<StoredMessage> =>
  discord.until(({ messages }) => messages.filter(isSummary)[count - 1]);
async function restart(now: Date | number): Promise<void> {
  await bot.stop();
  vi.setSystemTime(now);
  bot = await start();
}

describe('the summary of the week', () => {
  it('does not come in the week in which the channel was set', async () => {
    await restart(Date.now() + soon);
    await restart(mondays[0].getTime() - 6 * soon);
    expect(await summaries()).toEqual([]);
  });

  it('comes once a week, also across restarts, with what waits for moderators', async () => {
    await writeFile(
      join(folder, 'content', 'gammel.md'),
      '---\nreview_by: 2026-01-31\n---\n\n# Priser\n\nDet koster 800 kr.\n',
    );
    await restart(mondays[0]);
    const summary = await untilSummary(1);
    expect(summary.content.split('\n')).toEqual([
      '### Ugens spørgsmål',
      expect.stringMatching(/^\d+ spørgsmål · \d+ % besvaret uden hjælp · 👍 0 % af 1 stemme$/u),
      '**Ubesvaret: 2 emner**',
      expect.stringContaining('**1** hvordan bager man '),
      expect.stringContaining('**2** hvordan får jeg et netværk · '),
      '**Skal ses igennem igen**',
      expect.stringMatching(/^- Priser · senest 31\. jan\.? 2026$/u),
    ]);
    expect(labelsOf(summary)).toEqual(['📌 1', '📌 2', 'Alle ubesvarede']);
    await restart(Date.now() + soon);
    await restart(mondays[1]);
    await untilSummary(2);
    await restart(Date.now() + soon);
    expect(await summaries()).toHaveLength(2);
  });

  it('opens forms and lists, privately, for moderators alone', async () => {
    const [summary] = await summaries();
    if (summary === undefined) throw new Error('no summary');
    const form = await moderator.form(await moderator.press(summary, '📌 1'));
    expect(marked(form, 'target')).not.toBe('own');
    const list = await moderator.first(await moderator.press(summary, 'Alle ubesvarede'));
    expect(isPrivate(list)).toBe(true);
    expect(list.content).toContain('### Ubesvaret:');
    const refused = await moderator.first(await moderator.press(summary, 'Alle ubesvarede', ids.other));
    expect(refused.content).toContain('Det kan kun moderatorer');
    const after = (await summaries())[0];
    expect(after?.content).toBe(summary.content);
  });
});

it('stays within what Discord allows', async () => {
  expect(await discord.refusals()).toEqual([]);
});

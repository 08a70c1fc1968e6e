import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { buttonsOf, isPrivate, mention, peopleIn, type People } from './people.ts';

const sure = 'Hvordan kan jeg netværke effektivt?';
const vague = 'hvordan får jeg et netværk';
let folder: string;
let path: string;
let discord: LoopbackDiscord;
let bot: RunningBot;
let people: People;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-feedback-'));
  path = join(folder, 'svar.db');
  discord = await startDiscord();
  bot = await startBot(discord, { DATABASE_URL: `sqlite:${path}`, HOME_SERVER: ids.guild });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  const database = new DatabaseSync(path);
  database.exec('delete from votes');
  database.close();
});

function rows(query: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database
      .prepare(query)
      .all()
      .map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}
const votes = (): unknown[] =>
  rows('select value, count(*) as count from votes group by value order by value');
const picks = (): unknown[] => rows('select question, picks from picks order by last_at, question');
/** Picks are stored soon after the answer has changed. */
const stored = async (): Promise<unknown[]> => {
  await bot.app.feedback?.close();
  return picks();
};

describe('a thumb', () => {
  it('counts once a person and answer, and can be changed', async () => {
    const answer = await people.ask(sure);
    expect((await people.pressed(answer, '👍')).content).toBe('Tak, det er godt at vide.');
    await people.pressed(answer, '👍');
    expect(votes()).toEqual([{ value: 'up', count: 1 }]);
    await people.pressed(answer, '👎');
    expect(votes()).toEqual([{ value: 'down', count: 1 }]);
    await people.pressed(answer, '👍', ids.other);
    await people.pressed(await people.ask(sure), '👍');
    expect(votes()).toEqual([
      { value: 'down', count: 1 },
      { value: 'up', count: 2 },
    ]);
  });
  it('of several people at the same moment, pressed twice, counts once each', async () => {
    const answer = await people.ask(sure);
    const voters = [ids.asker, ids.other, ids.moderator, ids.owner];
    await Promise.all([...voters, ...voters].map((user) => people.pressed(answer, '👍', user)));
    expect(votes()).toEqual([{ value: 'up', count: voters.length }]);
  });
  it('down offers the asker the other matches and the removal, privately', async () => {
    const answer = await people.ask(sure);
    const offered = await people.pressed(answer, '👎');
    expect(isPrivate(offered)).toBe(true);
    expect(offered.content).toContain('Passer et af disse bedre?');
    expect(Array.from(buttonsOf(offered).keys())).toContain('Fjern');
    await people.press(offered, 'Fjern');
    await people.vanishes(answer.id);
  });
  it('down offers somebody else no removal', async () => {
    const offered = await people.pressed(await people.ask(sure), '👎', ids.other);
    expect(Array.from(buttonsOf(offered).keys())).not.toContain('Fjern');
  });
  it('leaves nobody’s id in the database', async () => {
    await people.pressed(await people.ask(sure), '👎', ids.other);
    const files = await Promise.all([path, `${path}-wal`].map((file) => readFile(file).catch(() => '')));
    for (const id of [ids.other, ids.asker]) expect(files.join('')).not.toContain(id);
  });
  it('that cannot be stored is told', async () => {
    const answer = await people.ask(sure);
    const database = new DatabaseSync(path);
    database.exec("create trigger refuse before insert on votes begin select raise(abort, 'no'); end");
    try {
      expect((await people.pressed(answer, '👍')).content).toContain('kunne ikke gemmes');
      expect((await people.pressed(answer, '👎')).content).toContain('Passer et af disse bedre?');
    } finally {
      database.exec('drop trigger refuse');
      database.close();
    }
  });
});

describe('a pick', () => {
  it('is counted with its question, whoever picks, without mentions and names', async () => {
    const asked = `${mention} ${vague} <@${ids.other}>`;
    const answer = await people.reply(asked);
    const target = buttonsOf(answer).get('1')?.split(':')[2];
    await people.pressed(answer, '1', ids.other);
    await people.press(answer, '1');
    await people.becomes(answer.id, ({ content }) => content.includes('###'));
    await expect.poll(stored).toEqual([{ question: `${vague} …`, picks: 2 }]);
    expect(rows('select target from picks')).toEqual([{ target }]);
  });
  it('among other matches is counted, too', async () => {
    const answer = await people.ask(sure);
    const offered = await people.pressed(answer, '👎');
    await people.press(offered, '2');
    await people.becomes(answer.id, ({ content }) => !content.includes(`### ${sure}`));
    await expect.poll(stored).toContainEqual({ question: sure, picks: 1 });
  });
  it('in a direct message is counted without its words', async () => {
    const channel = await discord.act('openDm', { user: ids.other });
    const answer = await people.reply(vague, { channel, user: ids.other });
    await people.press(answer, '1', ids.other);
    await people.becomes(answer.id, ({ content }) => content.includes('###'));
    await expect.poll(stored).toContainEqual({ question: '', picks: 1 });
  });
  it('that has become too old is deleted from the file', async () => {
    await bot.app.feedback?.sweep(new Date(Date.now() + 31 * 24 * 60 * 60 * 1000));
    expect(picks()).toEqual([{ question: '', picks: 1 }]);
  });
});

it('stays within what Discord allows', async () => {
  expect(await discord.refusals()).toEqual([]);
});

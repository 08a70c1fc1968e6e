import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from '../any-input.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinParts, partQuestion, partsOf } from '../../src/discord/parts.ts';
import { shared } from '../../src/discord/several.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import type { StoredMessage } from '../discord-server/state.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { isPrivate, mention, peopleIn, type People } from './people.ts';

const prices = Array.from({ length: 30 }, (_, row) => `| Hold ${row} | ${row * 25} kr. |`).join('\n');
const article = `# Klubben

## Hvad koster kontingentet?

Kontingentet koster 400 kr. for juniorer og 800 kr. for seniorer.

| Hold | Pris |
|---|---|
${prices}

## Hvornår er der træning?

Træning er hver tirsdag kl. 19 og torsdag kl. 18.

## Hvor ligger klubhuset?

Klubhuset ligger på Havnevej 4.

## Må hunde komme i klubhuset?

Ja, hunde i snor er velkomne.

## Hvor ligger søbadet?

Søbadet ligger ved skoven.

![Kort over søen](https://klub.example/kort.png)

## Leje af lokale til fest

Festlokalet lejes ud om lørdagen.

## Leje af lokale til møder

Mødelokalet lejes ud om søndagen.
`;

let discord: LoopbackDiscord;
let bot: RunningBot;
let folder: string;
let people: People;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-several-'));
  await writeFile(join(folder, 'klubben.md'), article);
  discord = await startDiscord();
  bot = await startBot(discord, { CONTENT_DIR: folder, DATABASE_URL: `sqlite:${join(folder, 'svar.db')}` });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

interface Button {
  readonly label?: string;
  readonly emoji?: { readonly name: string };
  readonly custom_id: string;
  readonly disabled?: boolean;
}
const rowsOf = (message: StoredMessage): readonly (readonly Button[])[] =>
  (message['components'] as { components: Button[] }[]).map(({ components }) => components);
const labels = (row: readonly Button[] = []): readonly string[] =>
  row.map(({ label, emoji }) => label ?? emoji?.name ?? '');
const press = (message: StoredMessage, row: number, label: string, user: string = ids.asker) => {
  const button = rowsOf(message)[row]?.find((one) => (one.label ?? one.emoji?.name) === label);
  return discord.act('press', {
    channel: message.channel_id,
    user,
    message: message.id,
    customId: button?.custom_id ?? '',
  });
};
const now = async (id: string): Promise<StoredMessage | undefined> =>
  (await discord.seen()).messages.find((message) => message.id === id);

const price = 'Hvad koster kontingentet?';
const when = 'Hvornår er der træning?';
const where = 'Hvor ligger klubhuset?';
const rent = 'Hvad er reglerne for lokale?';

describe('several questions in one message', () => {
  it('are answered in order, each with its quote, its facts and its own buttons', async () => {
    const reply = await people.reply(`${mention} ${price} ${when} ${where}`);
    const order = [`> ${price}`, '400 kr.', 'Hold 29', `> ${when}`, 'kl. 19', `> ${where}`, 'Havnevej 4'];
    const places = order.map((text) => reply.content.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBe(0);
    const rows = rowsOf(reply);
    expect(rows.map(labels)).toEqual([
      ['Svar 1', '👍', '👎', '⋯'],
      ['Svar 2', '👍', '👎', '⋯'],
      ['Svar 3', '👍', '👎', '⋯'],
    ]);
    expect(rows.every(([mark]) => mark?.disabled === true)).toBe(true);
  });
  it('name a fourth one as left out', async () => {
    const { content } = await people.reply(
      `${mention} ${price} ${when} ${where} Må hunde komme i klubhuset?`,
    );
    expect(content).not.toContain('snor');
    expect(content.split('\n').at(-1)).toBe(
      '-# Jeg svarer på tre spørgsmål ad gangen. Stil dette igen for sig: »Må hunde komme i klubhuset?«',
    );
  });
  it('offer suggestions for an unsure one in a row of its own', async () => {
    const reply = await people.reply(`${mention} ${when} ${rent}`);
    expect(reply.content).toContain('Mener du en af disse?\n**1** Leje af lokale');
    expect(labels(rowsOf(reply)[1])).toEqual(['Svar 2', '1', '2', 'Ingen af dem']);
    await press(reply, 1, '2');
    const changed = await people.becomes(reply.id, ({ content }) => content.includes('lejes ud'));
    expect(partsOf(changed.content)?.parts[0]).toEqual(partsOf(reply.content)?.parts[0]);
    expect(partsOf(changed.content)?.parts[1]?.text).toMatch(
      /^> Hvad er reglerne for lokale\?\n### Leje af lokale/u,
    );
    expect(labels(rowsOf(changed)[1])).toEqual(['Svar 2', '👍', '👎', '⋯']);
    expect(rowsOf(changed)[0]).toEqual(rowsOf(reply)[0]);
  });
  it('leave the others alone when none of the suggestions fits', async () => {
    const reply = await people.reply(`${mention} ${when} ${rent}`);
    await press(reply, 1, 'Ingen af dem');
    const changed = await people.becomes(reply.id, ({ content }) => content.includes('Det står ikke'));
    expect(changed.content).toContain('kl. 19');
    expect(changed.content).toContain(`> ${rent}\nDet står ikke i artiklerne.`);
    expect(rowsOf(changed).map(labels)).toEqual([['Svar 1', '👍', '👎', '⋯'], ['Se emner']]);
  });
  it('explain each answer with its own question', async () => {
    const reply = await people.reply(`${mention} ${price} ${when}`);
    const panel = await people.answerTo(await press(reply, 1, '⋯'));
    const why = await people.pressed(panel, 'Hvorfor dette svar?');
    expect(why.content).toContain('træning');
    expect(why.content).not.toContain('kontingentet');
  });
  it('lose one answer when that one is removed, and the post with the last', async () => {
    const reply = await people.reply(`${mention} ${price} ${when}`);
    const first = await people.answerTo(await press(reply, 0, '⋯'));
    await people.press(first, 'Fjern');
    const changed = await people.becomes(reply.id, ({ content }) => content.includes('Fjernet.'));
    expect(changed.content).toContain(`> ${price}\nFjernet.`);
    expect(changed.content).toContain('kl. 19');
    const second = await people.answerTo(await press(changed, 0, '⋯'));
    await people.press(second, 'Fjern');
    await people.vanishes(reply.id);
  });
  it('get one pin for one question', async () => {
    const reply = await people.reply(`${mention} ${price} ${when}`, { user: ids.moderator });
    const panel = await people.answerTo(await press(reply, 1, '⋯', ids.moderator));
    const opened = await discord.response(await people.press(panel, 'Gør til fast svar', ids.moderator));
    const form = JSON.stringify(opened.result);
    expect(form).toContain(`"value":"${when}"`);
    expect(form).toMatch(/"label":"Hvornår er der træning\?"[^{}]*"default":true/u);
  });
  it('are answered by /ask, and privately in full', async () => {
    const open = await people.ask(`1) ${price} 2) ${when}`);
    expect(open.content).toMatch(
      /^> Hvad koster kontingentet\?\n### [\s\S]*\n\n> Hvornår er der træning\?\n### /u,
    );
    const own = await people.ask(`${price} ${when}`, [{ name: 'private', type: 5, value: true }]);
    expect(isPrivate(own)).toBe(true);
    expect(own.content).toContain('kl. 19');
  });
  it('are answered in one direct message that quotes each', async () => {
    const channel = await discord.act('openDm', { user: ids.asker });
    const asked = await people.say(`${price} ${when} ${where}`, { channel });
    const reply = await discord.replyTo(asked);
    expect(partsOf(reply.content)?.parts.map(({ question }) => question)).toEqual([price, when, where]);
    const { messages } = await discord.seen();
    expect(
      messages.filter(({ channel_id, author }) => channel_id === channel && author.id === ids.bot),
    ).toHaveLength(1);
  });
  it('show the picture of one of them', async () => {
    const reply = await people.reply(`${mention} Hvor ligger søbadet? ${when}`);
    expect(reply.content).toContain('https://klub.example/kort.png');
    // No previews are suppressed: there is no other address.
    expect(Number(reply.flags) & 4).toBe(0);
    const without = await people.reply(`${mention} ${when} ${where}`);
    expect(Number(without.flags) & 4).toBe(4);
  });
  it('with long texts share the room, and the rest is a press away', async () => {
    const reply = await people.reply(`${mention} ${price} Hvad koster kontingentet for Hold 28 og Hold 29?`);
    expect(reply.content.length).toBeLessThanOrEqual(2000);
    expect(await now(reply.id)).toBeDefined();
    expect(await discord.refusals()).toEqual([]);
  });
});

describe('the answers of a post', () => {
  it.each([
    ['nothing', ''],
    ['one answer', '> q\n### T\nbody\n-# Fra A'],
    ['one answer with a quote in its text', '### T\n> q\n\ntext\n-# Fra A'],
    ['a quote at the end of its text', '> q\n### T\ntext\n\n> citat\n-# Fra A'],
    ['a quote that was cut', '> q\n### T\ntext\n\n> citat\n…\n-# Fra A'],
    ['lines in code that look like one', '> q\n### T\n```\n\n> x\n### y\n```\n-# Fra A'],
  ])('are not told apart in %s', (_, content) => {
    expect(partsOf(content)).toBeNull();
    expect(partQuestion(content, '0')).toBeNull();
  });
  it('are found below the line that names whom they are for, and above the small print', () => {
    const content =
      'Til <@100000000000000102>\n> a\n### A\n-# Fra A\n\n> b\nDet står ikke i artiklerne.\n\n-# Spørg igen';
    expect(partsOf(content)).toEqual({
      above: 'Til <@100000000000000102>',
      parts: [
        { question: 'a', text: '> a\n### A\n-# Fra A' },
        { question: 'b', text: '> b\nDet står ikke i artiklerne.' },
      ],
      below: '-# Spørg igen',
    });
    expect(partQuestion(content, '1')).toBe('b');
    expect(partQuestion(content, '2')).toBeNull();
  });
  it('joined are the post', () => {
    const text = fc.constantFrom('### T\nx\n-# Fra A', '### T\n> c\n\n```\n> x\ny\n```\n-# Fra A', 'Nej.');
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 2, maxLength: 3 }),
        fc.constantFrom('', '-# n'),
        (texts, below) => {
          const parts = texts.map((body, index) => ({ question: `q${index}`, text: `> q${index}\n${body}` }));
          const whole = { above: '', parts, below };
          expect(partsOf(joinParts(whole))).toEqual(whole);
        },
      ),
    );
  });
});

describe('room shared by need', () => {
  it.each([
    ['enough for all', [10, 20], 100, [10, 20]],
    ['equal needs', [100, 100], 100, [50, 50]],
    ['who needs little leaves the rest', [10, 500, 500], 610, [10, 300, 300]],
    ['none at all', [10, 10], 0, [0, 0]],
    ['less than none', [10], -5, [0]],
    ['nobody', [], 10, []],
  ])('%s', (_, needs, room, given) => {
    expect(shared(needs, room)).toEqual(given);
  });
});

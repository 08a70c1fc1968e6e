import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import type { StoredMessage } from '../discord-server/state.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { here, mention, peopleIn, type People } from './people.ts';

const days = ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag', 'Søndag'];
const ladder = Array.from(
  { length: 12 },
  (_, step) =>
    `${step + 1}. Trin ${step + 1}: en advarsel eller en pause fra serveren, alt efter hvor groft det er.`,
).join('\n');
const wares = Array.from({ length: 90 }, (_, ware) => `| Vare ${ware} | ${1000 + ware * 7} kr. |`).join('\n');
const article = `---
lang: da
---

# Klubben

## Senior

### Priser

Det koster 800 kr. om året.

## Ungdom

### Priser

Det koster 400 kr. om året.

## Ugen dag for dag

${days.map((day) => `### ${day}\n\nTræning på ${day.toLowerCase()} begynder klokken ${day.length + 10}.`).join('\n\n')}

## Hvad sker der, hvis man bryder reglerne?

Moderatorerne følger altid denne stige:

${ladder}

Synes du, at en moderator opfører sig dårligt, så skriv til ejeren af serveren.

## Prisliste for varer i kiosken

Alle priser er med moms.

| Vare | Pris |
|---|---|
${wares}

## Hvor ligger banen?

Banen ligger ved søen.

![Kort over banen](https://eksempel.dk/kort.png)

Se også [kommunens side](https://eksempel.dk/bane).
`;

let discord: LoopbackDiscord;
let bot: RunningBot;
let folder: string;
let people: People;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-looks-'));
  await writeFile(join(folder, 'klubben.md'), article);
  discord = await startDiscord();
  bot = await startBot(discord, { CONTENT_DIR: folder });
  people = peopleIn(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

const labels = (message: StoredMessage): readonly (readonly string[])[] =>
  (message['components'] as { components: { label?: string; emoji?: { name: string } }[] }[]).map(
    ({ components }) => components.map(({ label, emoji }) => label ?? emoji?.name ?? ''),
  );
const quiet = 4;

describe('a passage', () => {
  it('says whose it is', async () => {
    const { content } = await people.ask('priser for ungdom');
    expect(content).toContain('### Priser\nDet koster 400 kr. om året.\n-# Fra Klubben › Ungdom');
  });
  it('under a heading that another has too is asked for, and told apart', async () => {
    const { content } = await people.ask('priser');
    expect(content).toBe(
      '> priser\nMener du en af disse?\n**1** Priser · Klubben › Senior\n**2** Priser · Klubben › Ungdom',
    );
  });
  it('is posted with what answers, not with the last paragraph alone', async () => {
    const { content } = await people.ask('hvad sker der hvis nogen opfører sig dårligt');
    expect(content).toContain('1. Trin 1');
    expect(content).toContain('8. Trin 8');
    expect(labels(await people.ask('hvad sker der hvis nogen opfører sig dårligt'))).toEqual([
      ['👍', '👎', 'Læs resten', '⋯'],
    ]);
  });
  it('shows the row of a table that is asked for, below its header', async () => {
    const { content } = await people.ask('hvad koster vare nummer 63 i kiosken');
    expect(content).toContain('Vare 63  1441 kr.');
    expect(content).toMatch(/…\n```\nVare +Pris\n/u);
  });
});

describe('a heading without text', () => {
  it('offers everything below it in order, each with a button', async () => {
    const reply = await people.reply(`${mention} dag for dag`);
    expect(reply.content).toBe(
      [
        'Under »Ugen dag for dag« står:',
        ...days.map((day, index) => `**${index + 1}** ${day} · Klubben › Ugen dag for dag`),
      ].join('\n'),
    );
    expect(labels(reply)).toEqual([
      ['1', '2', '3', '4', '5'],
      ['6', '7', 'Se emner'],
    ]);
    await people.press(reply, '7');
    const changed = await people.becomes(reply.id, ({ content }) => content.includes('### Søndag'));
    expect(changed.content).toContain('klokken 16');
  });
});

describe('an image', () => {
  it('is shown by Discord, and no other address is', async () => {
    const message = await people.ask('hvor ligger banen');
    expect(message.content).toContain('[Kort over banen](https://eksempel.dk/kort.png)');
    expect(message.content).toContain('[kommunens side](<https://eksempel.dk/bane>)');
    expect(Number(message['flags'] ?? 0) & quiet).toBe(0);
  });
  it('is the only reason to show anything', async () => {
    expect(Number((await people.ask('priser for ungdom'))['flags']) & quiet).toBe(quiet);
  });
});

describe('/topics', () => {
  it('tells equal headings apart, and leads back from an article to all of them', async () => {
    const list = await people.answerTo(await discord.act('slash', { ...here, name: 'topics' }));
    expect(list.content).not.toContain('Side 1');
    const [menu] =
      (list['components'] as { components: { custom_id: string; options: { value: string }[] }[] }[])[0]
        ?.components ?? [];
    await discord.act('press', {
      ...here,
      message: list.id,
      customId: menu?.custom_id ?? '',
      values: [menu?.options[0]?.value ?? ''],
    });
    const opened = await people.becomes(list.id, ({ content }) => content.includes('### Klubben'));
    expect(opened.content).toContain('- Senior › Priser\n- Ungdom › Priser\n- Mandag');
    expect(opened.content).not.toContain('Side 1');
    await people.press(opened, 'Alle artikler');
    const back = await people.becomes(list.id, ({ content }) =>
      content.includes('Det handler artiklerne om'),
    );
    expect(back.content).toBe(list.content);
    expect(ids.bot).toBe(back.author.id);
  });
});

describe('all of this', () => {
  it('stays within what Discord allows', async () => {
    expect(await discord.refusals()).toEqual([]);
  });
});

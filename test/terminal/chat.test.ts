import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { stringsFor } from '../../src/strings/index.ts';
import type { Screen } from '../../src/terminal/answer.ts';
import { askOne } from '../../src/terminal/ask.ts';
import { chat } from '../../src/terminal/chat.ts';
import { styleFor } from '../../src/terminal/style.ts';

const articles: Readonly<Record<string, string>> = {
  'klubben.md': `---
lang: da
---
# Klubben
## Hvornår er der træning?
Tirsdag klokken 18.

## Hvad koster det?
500 kroner.

## Dag for dag
### Fredag
Ankomst.
### Lørdag
Kamp.
### Søndag
Hjemrejse.
### Mandag
Fri.

## Priser for hallen
Hallen koster 100 kroner i timen.

## Priser for banen
Banen koster 50 kroner i timen.
`,
};

let folder: string;
let app: App;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-chat-'));
  for (const [name, markdown] of Object.entries(articles)) await writeFile(join(folder, name), markdown);
  app = await openApp(readConfig({ LOG_LEVEL: 'silent', CONTENT_DIR: folder }, folder), { watches: false });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const screen = (locale: string, width = 60): Screen => ({
  answers: app.answers,
  strings: stringsFor(locale).terminal,
  style: styleFor(false),
  width,
});

/** What a chat says to each of these lines. */
async function said(lines: readonly string[], locale = 'da'): Promise<readonly string[]> {
  const input = new PassThrough();
  const output = new PassThrough();
  const whole = text(output);
  const running = chat({ screen: screen(locale), input, output, signal: new AbortController().signal });
  input.end(lines.map((line) => `${line}\n`).join(''));
  await running;
  output.end();
  const prompt = screen(locale).strings.chat.prompt;
  return (await whole)
    .split(prompt)
    .slice(1)
    .map((part) => part.trim());
}

describe('a chat', () => {
  it('shows what a number stands for, again and again', async () => {
    const [list, second, fourth, high] = await said(['dag for dag', '2', '4.', '5']);
    expect(list).toBe(
      [
        'Under »Dag for dag« står:',
        '  1. Fredag · Klubben › Dag for dag',
        '  2. Lørdag · Klubben › Dag for dag',
        '  3. Søndag · Klubben › Dag for dag',
        '  4. Mandag · Klubben › Dag for dag',
        'Skriv et tal for at læse det.',
      ].join('\n'),
    );
    expect(second).toBe('Lørdag\nKamp.\n— Fra Klubben › Dag for dag');
    expect(fourth).toBe('Mandag\nFri.\n— Fra Klubben › Dag for dag');
    expect(high).toBe('Skriv et tal fra 1 til 4, eller et nyt spørgsmål.');
  });
  it('reads a number as a question where nothing was offered', async () => {
    const [first, list, found, last] = await said(['1', 'dag for dag', 'hvad koster det', '1']);
    expect(first).toBe('Det står ikke i artiklerne.');
    expect(list).toContain('Under »Dag for dag« står:');
    expect(found).toBe('Hvad koster det?\n500 kroner.\n— Fra Klubben');
    expect(last).toBe('Det står ikke i artiklerne.');
  });
  it.each([
    ['hej', 'Hej! Stil et spørgsmål, så slår jeg det op i artiklerne.'],
    ['tak for hjælpen!', 'Selv tak!'],
    ['farvel', 'Hav det godt!'],
  ])('has a line for "%s"', async (typed, line) => {
    expect(await said([typed])).toEqual([line, 'Farvel.']);
  });
  it('says that it is a bot, in English to who reads English', async () => {
    const [line] = await said(['are you a robot?'], 'en');
    expect(line?.replaceAll('\n', ' ')).toBe(
      'I am a bot. Ask a question, and I look it up in the articles and answer in their own words; I never make anything up.',
    );
  });
  it('answers several questions of one line', async () => {
    const [both] = await said(['Hvornår er der træning? Hvad koster det?']);
    expect(both).toBe(
      [
        '> Hvornår er der træning?',
        'Hvornår er der træning?',
        'Tirsdag klokken 18.',
        '— Fra Klubben',
        '',
        '> Hvad koster det?',
        'Hvad koster det?',
        '500 kroner.',
        '— Fra Klubben',
      ].join('\n'),
    );
  });
  it('explains the last answer, small talk in between', async () => {
    const [none, , , why] = await said(['/why', 'hvad koster det', 'tak', '/why']);
    expect(none).toBe('Stil først et spørgsmål; så forklarer /why svaret.');
    expect(why).toMatch(/^Sikkerhed: \d+ %\nHvad koster det\?/u);
  });
  it('breaks no line but between words', async () => {
    const lines = await said(['hvad koster hallen', '/why', '/help', '/topics', '/nonsense']);
    for (const line of lines.join('\n').split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    expect(lines.join('\n')).toContain('Priser for hallen');
  });
});

const asked = async (line: string, isJson: boolean): Promise<string> => {
  const written: string[] = [];
  const write = (part: string): Promise<boolean> => {
    written.push(part);
    return Promise.resolve(true);
  };
  await askOne(line, { screen: screen('da'), isJson, top: 5, isExplained: false, server: null, write });
  return written.join('');
};

describe('ask', () => {
  it('answers several questions of one line', async () => {
    const both = await asked('Hvornår er der træning? Hvad koster det?', false);
    expect(both).toContain('Tirsdag klokken 18.');
    expect(both).toContain('500 kroner.');
  });
  it('writes one object for a line in JSON, whatever it holds', async () => {
    const lines = (await asked('Hvornår er der træning? Hvad koster det?', true)).trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(await asked('hej', true))).toMatchObject({ question: 'hej', answered: false });
  });
  it('names headings only where it is unsure', async () => {
    expect(await asked('dag for dag', false)).not.toContain('Ankomst');
    expect(JSON.parse(await asked('dag for dag', true))).toMatchObject({ answered: false, kind: 'unsure' });
  });
});

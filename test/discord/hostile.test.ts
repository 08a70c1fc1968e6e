import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';

const zalgo = Array.from('netværk', (letter) => letter + '\u0335\u0321\u0489'.repeat(20)).join('');
const hostile: readonly (readonly [string, string])[] = [
  ['4,000 characters', 'netværk '.repeat(500)],
  ['4,000 characters without a blank', 'a.b-c'.repeat(800)],
  ['only emoji', '😀🎉🤷‍♀️'],
  ['zalgo', zalgo],
  ['right-to-left overrides', '\u202Ehvad er netværk\u202D?'],
  ['pings', '@everyone @here <@&200000000000000211> <@100000000000000102> hvad er netværk'],
  ['code fences', '```js\nhvad er netværk\n``` `` ` ```'],
  ['null bytes', 'hvad\u0000er\u0000netværk'],
  ['masked links', '[hvad er netværk](https://example.org) <https://example.org>'],
  ['a lone surrogate', 'hvad er netværk \uD800'],
  ['nothing but blanks', ' \u00A0\u200B '],
  ['headings and quotes', '# hvad\n> er\n-# netværk\n- x\n1. y'],
];

const hostileArticle = `---
title: "@everyone [x](https://example.org) \`\`\`"
---

## Hvad er <@&200000000000000211> @everyone og \`\`\`kode\`\`\`?

@everyone @here <@100000000000000102> ${'ord '.repeat(1200)}

\`\`\`
${'kode uden ende '.repeat(200)}
\`\`\`

| a | b | c |
|---|---|---|
${'| en meget lang celle med mange ord | to | tre |\n'.repeat(60)}

- ${'punkt '.repeat(900)}

## ${'Enormt lang overskrift '.repeat(40)}

Kort tekst om giraffer.
`;

let discord: LoopbackDiscord;
let bot: RunningBot;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-hostile-'));
  const sample = join(dirname(fileURLToPath(import.meta.url)), '../../content/networking.md');
  await writeFile(join(folder, 'networking.md'), readFileSync(sample));
  await writeFile(join(folder, 'hostile.md'), hostileArticle);
  discord = await startDiscord();
  bot = await startBot(discord, { CONTENT_DIR: folder });
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

const here = { user: ids.asker, channel: ids.channel };
const ask = (value: string): Promise<string> =>
  discord.act('slash', { ...here, name: 'ask', options: [{ name: 'question', type: 3, value }] });

describe('a hostile question', () => {
  it.each(hostile)('of %s is answered within every limit, as a command and as a mention', async (_, text) => {
    const { messages } = await discord.response(await ask(text));
    expect(messages[0]?.content.length).toBeGreaterThan(0);
    const asked = await discord.act('say', { ...here, content: `<@${ids.bot}> ${text}` });
    expect((await discord.replyTo(asked)).content.length).toBeLessThanOrEqual(2000);
    expect(await discord.refusals()).toEqual([]);
  });
});

describe('a hostile article', () => {
  it.each(['hvad er everyone kode', 'giraffer', 'ord punkt celle kode'])(
    'is posted within every limit for "%s"',
    async (text) => {
      const { messages } = await discord.response(await ask(text));
      expect(messages[0]?.content.length).toBeGreaterThan(0);
      const whole = await discord.act('slash', {
        ...here,
        name: 'ask',
        options: [
          { name: 'question', type: 3, value: text },
          { name: 'private', type: 5, value: true },
        ],
      });
      await discord.response(whole);
      expect(await discord.refusals()).toEqual([]);
    },
  );
  it('is listed by /topics within every limit', async () => {
    const { messages } = await discord.response(await discord.act('slash', { ...here, name: 'topics' }));
    expect(messages[0]?.content).toContain('Netværk');
    expect(await discord.refusals()).toEqual([]);
  });
});

describe('every golden question', () => {
  it('is answered within every limit', async () => {
    const file = join(dirname(fileURLToPath(import.meta.url)), '../questions/da.jsonl');
    const questions = readFileSync(file, 'utf8').trim().split('\n');
    for (const line of questions) {
      const { question }: { question: string } = JSON.parse(line);
      const { messages } = await discord.response(await ask(question));
      expect(messages).toHaveLength(1);
    }
    expect(await discord.refusals()).toEqual([]);
  });
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CrowdFigures, CrowdSpec } from '../discord-server/crowd.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Real questions, right and wrong ones, of the committed set. */
const questions = readFileSync(join(root, 'test/questions/da.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const { question }: { question: string } = JSON.parse(line);
    return question;
  });

/** What is left over to answer after the last question. Milliseconds. */
const rest = 6000;

interface Stage {
  readonly discord: LoopbackDiscord;
  readonly bot: BotProcess;
  readonly content: string;
}

/** The bot over a copy of the articles, a store of its own and a loopback Discord, each in its process. */
async function onStage<Result>(
  flags: readonly string[],
  settings: Readonly<Record<string, string>>,
  play: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  // The process with the loopback Discord keeps nobody awake.
  const awake = setInterval(() => undefined, 60_000);
  const folder = await mkdtemp(join(tmpdir(), 'svar-crowd-'));
  const content = join(folder, 'content');
  await cp(join(root, 'content'), content, { recursive: true });
  const discord = await startDiscord();
  const places = { CONTENT_DIR: content, DATABASE_URL: `sqlite:${join(folder, 'svar.db')}` };
  const bot = await startBotProcess(discord, { ...places, ...settings }, flags);
  try {
    return await play({ discord, bot, content });
  } finally {
    await bot.stop();
    await discord.close();
    await rm(folder, { recursive: true });
    clearInterval(awake);
  }
}

async function gather(
  { discord }: Stage,
  spec: Omit<CrowdSpec, 'questions'>,
  meanwhile: () => Promise<void> = () => pause(spec.seconds * 1000),
): Promise<CrowdFigures> {
  await discord.act('crowd', { ...spec, questions });
  await meanwhile();
  await pause(rest);
  const figures: CrowdFigures = JSON.parse(await discord.act('disperse', {}));
  return figures;
}

function told(name: string, wanted: string, figures: CrowdFigures, isGood: boolean): boolean {
  const shown = Object.entries(figures).map(([key, value]) => `${key} ${String(value)}`);
  say(`${isGood ? 'good' : 'BAD'}  ${name} (wanted: ${wanted})\n      ${shown.join(', ')}`);
  return isGood;
}

const isClean = ({ asked, answered, late, lost, doubled }: CrowdFigures): boolean =>
  asked === answered && late + lost + doubled === 0;

/** The first questions of a process wait for code to be read and compiled. */
const warmUp = { perSecond: 100, seconds: 5 };

export const load = (perSecond: number, seconds: number, flags: readonly string[]): Promise<boolean> =>
  onStage(flags, {}, async (stage) => {
    await gather(stage, warmUp);
    const before = await stage.bot.use();
    const figures = await gather(stage, { perSecond, seconds });
    const busy = ((await stage.bot.use()).busy - before.busy) / figures.asked;
    say(`the bot's processor time for a question: ${busy.toFixed(2)} ms`);
    return told('load', '0 late, 0 lost, 0 doubled, p99 < 50', figures, isClean(figures) && figures.p99 < 50);
  });

export const burst = (size: number, flags: readonly string[]): Promise<boolean> =>
  onStage(flags, {}, async (stage) => {
    await gather(stage, warmUp);
    const figures = await gather(stage, { perSecond: 0, seconds: 1, burst: size });
    return told('burst', 'all within 3 s', figures, isClean(figures) && figures.longest < 3000);
  });

export const faults = (perSecond: number, seconds: number): Promise<boolean> =>
  onStage([], { LOG_LEVEL: 'silent' }, async (stage) => {
    await gather(stage, warmUp);
    const faulty = { errors: 0.05, limits: 0.02, cutEvery: 5000 };
    const figures = await gather(stage, { perSecond, seconds, ...faulty });
    return told('faults', '0 doubled; each answered or told', figures, isClean(figures));
  });

/** One member asks as fast as they can while others ask as usual. */
export const flood = (seconds: number): Promise<boolean> =>
  onStage([], {}, async (stage) => {
    await gather(stage, warmUp);
    const usual = { perSecond: 200, seconds };
    const alone = await gather(stage, usual);
    told('without the flood', '', alone, isClean(alone));
    const beside = await gather(stage, { ...usual, flood: 500 });
    const change = beside.p99 / alone.p99 - 1;
    const shown = `${String(Math.round(change * 100))} %`;
    return told(
      `flood: p99 of others changes by ${shown}`,
      '< 20 %',
      beside,
      isClean(beside) && change < 0.2,
    );
  });

export const soak = (minutes: number, perSecond: number): Promise<boolean> =>
  onStage([], {}, async (stage) => {
    const heaps: number[] = [];
    const file = join(stage.content, 'networking.md');
    const text = await readFile(file, 'utf8');
    const figures = await gather(stage, { perSecond, seconds: minutes * 60 }, async () => {
      for (let minute = 1; minute <= minutes; minute++) {
        await writeFile(file, `${text}\n<!-- minute ${String(minute)} -->\n`);
        await pause(60_000);
        heaps.push((await stage.bot.use()).heap);
        say(`minute ${String(minute)}: ${megabytes(heaps.at(-1) ?? 0)}`);
      }
    });
    const settled = heaps[Math.min(4, Math.floor(heaps.length / 2))] ?? 0;
    const growth = Math.max(...heaps.slice(Math.min(4, Math.floor(heaps.length / 2)))) / settled - 1;
    const shown = `${(growth * 100).toFixed(1)} %`;
    return told(
      `soak: heap grows by ${shown} from minute five`,
      '<= 5 %',
      figures,
      isClean(figures) && growth <= 0.05,
    );
  });

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

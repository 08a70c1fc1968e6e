import { Command, InvalidArgumentError } from 'commander';
import { burst, faults, flood, load, soak } from './crowds.ts';
import { kill } from './kill.ts';
import { month } from './month.ts';
import { servers } from './servers.ts';

/** Long trials: `npm run stress -- NAME`; the README says what each must show. */
const whole = (text: string): number => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('a whole number from 1');
  return count;
};
const engine = (text: string): string => {
  if (text !== 'sqlite' && text !== 'postgres') throw new InvalidArgumentError('sqlite or postgres');
  return text;
};
/** Where Node writes what the bot spends its time on. */
const profileFlags = (folder: string | undefined): readonly string[] =>
  folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];

const program = new Command('stress');

/** A trial that says whether what must hold did. */
async function judged(trial: Promise<boolean>): Promise<void> {
  if (!(await trial)) process.exitCode = 1;
}

program
  .command('kill')
  .description('kills a process with -9 while it works on pins; every confirmed pin must be there afterwards')
  .option('--rounds <n>', 'how often, on each engine', whole, 200)
  .option('--engine <name>', 'only this engine', engine)
  .action((options: { rounds: number; engine?: string }) =>
    judged(kill(options.rounds, options.engine ?? null)),
  );
program
  .command('load')
  .description('asks for a while; nothing late, lost or doubled')
  .option('--per-second <n>', 'questions', whole, 1000)
  .option('--seconds <n>', 'for so long', whole, 120)
  .option('--profile <folder>', 'where the profile of the bot is written')
  .action((options: { perSecond: number; seconds: number; profile?: string }) =>
    judged(load(options.perSecond, options.seconds, profileFlags(options.profile))),
  );
program
  .command('burst')
  .description('asks many questions at one moment; all are answered within three seconds')
  .option('--size <n>', 'questions', whole, 5000)
  .option('--profile <folder>', 'where the profile of the bot is written')
  .action((options: { size: number; profile?: string }) =>
    judged(burst(options.size, profileFlags(options.profile))),
  );
program
  .command('faults')
  .description('asks while Discord fails and cuts the connection; nobody gets two answers or none')
  .option('--per-second <n>', 'questions', whole, 100)
  .option('--seconds <n>', 'for so long', whole, 120)
  .action((options: { perSecond: number; seconds: number }) =>
    judged(faults(options.perSecond, options.seconds)),
  );
program
  .command('flood')
  .description('one member asks 500 times a second beside others, who must not notice')
  .option('--seconds <n>', 'for so long', whole, 30)
  .action((options: { seconds: number }) => judged(flood(options.seconds)));
program
  .command('soak')
  .description('asks for long, with articles that change every minute; the memory in use must not grow')
  .option('--minutes <n>', 'for so long', whole, 20)
  .option('--per-second <n>', 'questions', whole, 50)
  .action((options: { minutes: number; perSecond: number }) =>
    judged(soak(options.minutes, options.perSecond)),
  );
program
  .command('month')
  .description(
    'a month of a community with a moderator who spends ten clicks a week; answers must get better',
  )
  .option('--questions <n>', 'how many are asked', whole, 2000)
  .option('--seed <n>', 'which month', whole, 1)
  .action((options: { questions: number; seed: number }) => judged(month(options.questions, options.seed)));
program
  .command('servers')
  .description('what ordinary servers of 33 KB each take in memory, with MENTIONS=on and off')
  .option('--count <n>', 'how many', whole, 2500)
  .action(({ count }: { count: number }) => judged(servers(count)));
await program.parseAsync();

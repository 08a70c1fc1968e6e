import { Command, InvalidArgumentError } from 'commander';
import { kill } from './kill.ts';

/** Long trials: `npm run stress -- kill [--rounds N] [--engine sqlite|postgres]`. */
const rounds = (text: string): number => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('a whole number from 1');
  return count;
};
const engine = (text: string): string => {
  if (text !== 'sqlite' && text !== 'postgres') throw new InvalidArgumentError('sqlite or postgres');
  return text;
};

const program = new Command('stress');
program
  .command('kill')
  .description('kills a process with -9 while it works on pins; every confirmed pin must be there afterwards')
  .option('--rounds <n>', 'how often, on each engine', rounds, 200)
  .option('--engine <name>', 'only this engine', engine)
  .action(async (options: { rounds: number; engine?: string }) => {
    process.exitCode = (await kill(options.rounds, options.engine ?? null)) ? 0 : 1;
  });
await program.parseAsync();

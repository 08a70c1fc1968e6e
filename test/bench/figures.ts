/** What building an index came to. */
export interface Built {
  /** Milliseconds, from parsed passages. */
  readonly buildTime: number;
  /** Of the index, without the articles' text. */
  readonly bytes: number;
  /** Milliseconds that tokenising the same text takes; null where the engine does not tokenise with wink-nlp. */
  readonly floor: number | null;
}

/** Every question asked once. */
export interface Round {
  /** Milliseconds of each question, in their order, by the clock. */
  readonly times: readonly number[];
  /** Milliseconds of processor time for all of them: other programs on the machine do not count. */
  readonly cpu: number;
  /** How many had the right passage first. */
  readonly right: number;
  /** Most memory that the process had, in bytes. */
  readonly peak: number;
}

/** One engine over one corpus: medians over the rounds. */
export interface EngineFigures extends Built {
  readonly engine: string;
  /** Questions a second of processor time. */
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  /** Per cent. */
  readonly top1: number;
  readonly bytesPerPassage: number;
  readonly peak: number;
}

export function figuresOf(
  engine: string,
  built: Built,
  rounds: readonly Round[],
  passages: number,
): EngineFigures {
  const median = (value: (round: Round) => number): number => quantile(rounds.map(value), 0.5);
  const at = (share: number): number => median(({ times }) => quantile(times, share));
  return {
    engine,
    ...built,
    perSecond: median(({ times, cpu }) => (1000 * times.length) / (cpu || 1)),
    p50: at(0.5),
    p99: at(0.99),
    p999: at(0.999),
    top1: median(({ right, times }) => (100 * right) / (times.length || 1)),
    bytesPerPassage: built.bytes / (passages || 1),
    peak: Math.max(...rounds.map(({ peak }) => peak)),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

const columns = [
  'engine',
  'q/s',
  '× Svar',
  'p50 ms',
  'p99 ms',
  'p99.9',
  'top1',
  'build s',
  '× floor',
  'B/passage',
  'peak MB',
];

/** A table for people; `× Svar` says how many times as fast as Svar an engine answers. */
export function tableOf(title: string, engines: readonly EngineFigures[]): string {
  const own = engines.find(({ engine }) => engine === 'svar')?.perSecond ?? NaN;
  const rows = engines.map((one) => [
    one.engine,
    one.perSecond.toFixed(one.perSecond < 100 ? 1 : 0),
    (one.perSecond / own).toFixed(2),
    one.p50.toFixed(2),
    one.p99.toFixed(2),
    one.p999.toFixed(2),
    one.top1.toFixed(1),
    (one.buildTime / 1000).toFixed(2),
    one.floor === null ? '–' : (one.buildTime / one.floor).toFixed(2),
    one.bytesPerPassage.toFixed(0),
    (one.peak / 1e6).toFixed(0),
  ]);
  const widths = columns.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [title, line(columns), ...rows.map(line), ''].join('\n');
}

/**
 * Why the store could not do something. Nothing of what was asked for is stored then, except where `unreachable`
 * says that a commit was cut off: its fate is unknown.
 */
export interface StoreProblem {
  readonly kind: StoreProblemKind;
  /** What the database or the system said, for the log. */
  readonly detail: string;
  /** With `unreachable`: the database is known not to run, for anybody. */
  readonly isStopped?: true;
}

export type StoreProblemKind =
  /** Others held the database for longer than is waited. */
  | 'locked'
  /** No room is left on the disk. */
  | 'full'
  /** The database file was deleted or replaced while it was open. It has been opened anew: trying again may work. */
  | 'gone'
  /** The database server does not answer. */
  | 'unreachable'
  /** Reading or writing fails: permissions, a read-only disk, damage. */
  | 'broken';

/** Success with a value, or a problem as data. */
export type Result<Value, Problem = StoreProblem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export const done = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});
export const failed = <Problem>(problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});

/** The store cannot be opened at all. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem) {
    super(`The store cannot be opened (${problem.kind}): ${problem.detail}`);
    this.problem = problem;
  }
}

/** Thrown inside a transaction to roll it back; see `refusable`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Ends the work with a problem and rolls back what it wrote. */
export type Refuse<Problem> = (problem: Problem) => never;

/** Runs work that may refuse: a refusal passes through `run` (which rolls back) and becomes a problem. */
export async function refusable<Value, Problem>(
  run: (refuse: Refuse<Problem>) => Promise<Result<Value>>,
): Promise<Result<Value, Problem | StoreProblem>> {
  const refused: Problem[] = [];
  try {
    return await run((problem) => {
      refused.push(problem);
      throw new Refusal();
    });
  } catch (error) {
    const problem = refused.at(-1);
    if (!(error instanceof Refusal) || problem === undefined) throw error;
    return failed(problem);
  }
}

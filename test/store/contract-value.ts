import type { Result } from '../../src/store/problem.ts';

/** The value of a result that must be one. */
export function value<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

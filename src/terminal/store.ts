import type { Strings } from '../strings/index.ts';
import type { Output } from './output.ts';

/** What a copy came to: rows by table, or why there is none. */
type Outcome =
  | { readonly ok: true; readonly value: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly problem: { readonly kind: string; readonly detail: string } };

/** Says what was copied. @returns the exit status: 1 where nothing was */
export async function tellCopy(copied: Promise<Outcome>, strings: Strings, output: Output): Promise<number> {
  const { store: words } = strings.terminal;
  const outcome = await copied;
  if (!outcome.ok) {
    const { kind, detail } = outcome.problem;
    await output.write(`${kind === 'not-empty' ? words.notEmpty(detail) : words.failed(detail)}\n`);
    return 1;
  }
  for (const [table, rows] of outcome.value) await output.write(`${words.table(table, rows)}\n`);
  await output.write(`${words.same}\n`);
  return 0;
}

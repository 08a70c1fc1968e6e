import type { ServerId } from '../../store/server.ts';
import type { Deed, PinAnswer, PinContent, PinResult, StoredPin } from '../../store/store.ts';
import { contentOf, copyOf, ownAnswer } from './content.ts';
import { rulesBeside, type PinContext } from './context.ts';
import { draftProblem, tidied } from './draft.ts';
import { readExport, type ExportedPin } from './export.ts';
import type { PinFault, PinOutcome } from './pin.ts';
import type { PinService } from './pin-service.ts';
import { listedOf } from './view.ts';

/** Everything that changes what pins say. */
type Changes = Pick<
  PinService,
  'add' | 'edit' | 'renew' | 'remove' | 'retire' | 'undo' | 'setChannelPin' | 'import' | 'purge'
>;

/** Who does something now. */
const doneBy = (by: string | null): Deed => ({ by, at: new Date() });
const failed = (problem: PinFault): PinOutcome => ({ ok: false, problem });

export function pinChanges(context: PinContext): Changes {
  const { store, current } = context;
  return {
    add: (server, draft, by) => add(context, server, draft, by),
    edit: (server, id, revision, draft, by) =>
      changed(context, server, id, revision, by, ({ answer }) => contentOf(draft, current(), answer)),
    renew: (server, id, revision, by) =>
      changed(context, server, id, revision, by, (pin) => renewed(context, pin)),
    remove: (server, id, by) => written(context, server, store.close(server, id, 'deleted', doneBy(by))),
    retire: (server, id, by) => written(context, server, store.close(server, id, 'retired', doneBy(by))),
    undo: (server, id, revision, by) =>
      written(context, server, store.undo(server, id, revision, doneBy(by), rulesBeside(current()))),
    setChannelPin: (server, id, channelPin) =>
      written(context, server, store.setChannelPin(server, id, channelPin)),
    import: (server, markdown) => importAll(context, server, markdown),
    purge: (before) => store.purge(before),
  };
}

function add(context: PinContext, ...[server, draft, by]: Parameters<Changes['add']>): Promise<PinOutcome> {
  const made = contentOf(draft, context.current(), null);
  return made.ok ? added(context, server, made.value, by) : Promise.resolve(made);
}

const added = (
  context: PinContext,
  server: ServerId,
  content: PinContent,
  by: string | null,
): Promise<PinOutcome> =>
  written(context, server, context.store.add(server, content, doneBy(by), rulesBeside(context.current())));

/** Changes a pin to what `say` makes of what it says so far. Which state that was is compared again in the store. */
async function changed(
  context: PinContext,
  server: ServerId,
  id: string,
  revision: number,
  by: string | null,
  say: (
    pin: StoredPin,
  ) => { readonly ok: true; readonly value: PinContent } | { readonly ok: false; readonly problem: PinFault },
): Promise<PinOutcome> {
  const { store, current } = context;
  const found = await store.find(server, id);
  if (!found.ok) return found;
  if (found.value?.status !== 'live') return failed({ kind: 'missing' });
  const content = say(found.value);
  if (!content.ok) return content;
  const rules = rulesBeside(current());
  return written(context, server, store.edit(server, id, revision, content.value, doneBy(by), rules));
}

/** What a pin says with its passage as that stands now. */
function renewed({ current }: PinContext, { question, phrasings, answer }: StoredPin) {
  const located = answer.kind === 'passage' ? current().findById(answer.passage) : null;
  const copy = located === null ? null : copyOf(located.passage.hash, current(), null);
  return copy === null
    ? ({ ok: false, problem: { kind: 'passage-gone' } } as const)
    : ({ ok: true, value: { question, phrasings, answer: copy } } as const);
}

/** Every change ends here: what was cached is stale whatever became of it, since a commit may have been cut off. */
async function written(
  { overlay, current }: PinContext,
  server: ServerId,
  deed: Promise<PinResult>,
): Promise<PinOutcome> {
  const result = await deed;
  overlay.refresh(server);
  if (result.ok) return { ok: true, value: listedOf(result.value, current()) };
  const { problem } = result;
  return failed('pin' in problem ? { ...problem, pin: listedOf(problem.pin, current()) } : problem);
}

async function importAll(
  context: PinContext,
  server: ServerId,
  markdown: string,
): ReturnType<Changes['import']> {
  const outcomes: { question: string; fault: PinFault | null }[] = [];
  for (const exported of readExport(markdown)) {
    const outcome = await importOne(context, server, exported);
    outcomes.push({ question: exported.question, fault: outcome.ok ? null : outcome.problem });
  }
  return outcomes;
}

/** A pinned passage comes with its copy, whether or not the articles here have it. */
function importOne(
  context: PinContext,
  server: ServerId,
  { answer, question, phrasings }: ExportedPin,
): Promise<PinOutcome> {
  const snapshot = context.current();
  const draft = tidied({ question, phrasings, target: null, text: answer.markdown });
  const fault = draftProblem(draft, (text) => snapshot.key(text));
  const isLongPassage = answer.kind === 'passage' && fault?.kind === 'text-long';
  if (fault !== null && !isLongPassage) return Promise.resolve(failed(fault));
  const kept: PinAnswer =
    answer.kind === 'passage' ? answer : ownAnswer(draft.question, draft.text, snapshot);
  return added(context, server, { question: draft.question, phrasings: draft.phrasings, answer: kept }, null);
}

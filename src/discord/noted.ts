import type { ServerId } from '../answers/answer.ts';
import { targetOf } from './controls.ts';
import type { Front } from './front.ts';
import type { Answered } from './several.ts';

/** Questions of one message that are answered; further ones are named as left out. */
const mostAnswered = 3;

/** Counts what was asked, and keeps the text where nothing answered it: without a word of who asked. */
export function noteAsked(
  answered: readonly Answered[],
  server: ServerId | null,
  isDirect: boolean,
  { app }: Front,
): void {
  if (server === null) return;
  for (const { question, answer } of answered.slice(0, mostAnswered)) {
    // A heading that was asked for by its name is answered by what stands below it.
    const kind = answer.kind === 'unsure' && answer.section !== null ? 'found' : answer.kind;
    // What moderators have decided is answered however sure Svar is.
    const confidence = answer.kind === 'pinned' ? 1 : answer.confidence;
    app.gaps?.note(server, { text: question, isDirect, kind, target: targetOf(answer), confidence });
  }
}

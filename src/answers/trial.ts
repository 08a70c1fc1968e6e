import type { Trial } from '../curation/gaps/gap.ts';
import type { ServerId } from './answer.ts';
import type { Answers } from './service.ts';

/** What a question comes to now, without counting it: for looking after what was asked before. */
export async function tryQuestion(answers: Answers, text: string, server: ServerId): Promise<Trial> {
  const answer = await answers.ask({ text, server, isTrial: true });
  switch (answer.kind) {
    case 'pinned':
      return { kind: 'pinned', target: `p${answer.pin.id}`, nearest: answer.pin.target };
    case 'found':
      return { kind: 'found', target: answer.match.passage.hash, nearest: answer.match };
    case 'unsure':
      // A heading that was asked for by its name is answered by what stands below it.
      if (answer.section !== null) return { kind: 'found', target: null, nearest: null };
      return {
        kind: 'unsure',
        target: null,
        nearest: answer.suggestions[0] ?? answer.pins[0]?.target ?? null,
      };
    case 'unknown':
      return { kind: 'unknown', target: null, nearest: answer.nearest };
    default:
      return answer satisfies never;
  }
}

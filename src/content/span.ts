import type { Code, Construct, Effects, State, TokenTypeMap } from 'micromark-util-types';

/** Whether what was read so far is whole, can no longer become so, or goes on. */
export type Verdict = 'whole' | 'no' | 'open';

/** Longer ones than anyone writes are text: keeps each search for an end short. */
const longest = 2000;

export const isLineEnd = (code: Code): boolean => code !== null && code < -2;
const letterOf = (code: Code): string => (code === null || code < 0 ? ' ' : String.fromCharCode(code));

/**
 * A construct within text that may go over line ends: letters are taken until the judge has a verdict.
 * @param judging makes the judge of one attempt; it is asked after each letter
 * @param forbidden letters of which none may follow
 */
export function span(
  token: keyof TokenTypeMap,
  data: keyof TokenTypeMap,
  judging: () => (raw: string) => Verdict,
  forbidden = '',
): Construct {
  return {
    name: token,
    tokenize(effects: Effects, ok: State, nok: State): State {
      const judge = judging();
      let raw = '';
      return start;

      function start(code: Code): State | undefined {
        effects.enter(token);
        effects.enter(data);
        return take(code);
      }

      function take(code: Code): State | undefined {
        raw += letterOf(code);
        effects.consume(code);
        const verdict = raw.length > longest ? 'no' : judge(raw);
        return verdict === 'whole' ? done : verdict === 'no' ? nok : within;
      }

      function within(code: Code): State | undefined {
        if (code === null) return nok(code);
        if (!isLineEnd(code)) return take(code);
        raw += '\n';
        effects.exit(data);
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return afterLineEnd;
      }

      function afterLineEnd(code: Code): State | undefined {
        if (code === null || isLineEnd(code)) return nok(code);
        effects.enter(data);
        return take(code);
      }

      function done(code: Code): State | undefined {
        if (code !== null && forbidden.includes(letterOf(code))) return nok(code);
        effects.exit(data);
        effects.exit(token);
        return ok(code);
      }
    },
  };
}

import type { Answers } from '../answers/service.ts';
import type { Strings } from '../strings/index.ts';
import type { Screen } from './answer.ts';
import { styleFor } from './style.ts';

/** Standard output that may be a pipe: written in order, and quiet once the reader has gone. */
export interface Output {
  /** Resolves once the text is taken over; false when nobody reads any more. */
  readonly write: (text: string) => Promise<boolean>;
  /** Resolves when everything is written. */
  readonly flush: () => Promise<void>;
}

export function outputTo(stream: NodeJS.WriteStream): Output {
  let isOpen = true;
  // `svar ask | head`: the reader leaving is no error.
  stream.on('error', () => {
    isOpen = false;
  });
  const write = (text: string): Promise<boolean> =>
    new Promise((done) => {
      if (!isOpen) done(false);
      else
        stream.write(text, (error) => {
          done(error === null || error === undefined);
        });
    });
  return {
    write,
    flush: async () => {
      await write('');
    },
  };
}

const widestText = 100;

/** How answers are shown on a stream: in colour and to its width on a terminal, plain elsewhere. */
export function screenFor(
  answers: Answers,
  strings: Strings['terminal'],
  stream: NodeJS.WriteStream,
  mayBeColored: boolean,
): Screen {
  return {
    answers,
    strings,
    style: styleFor(stream.isTTY && mayBeColored),
    width: Math.min(widestText, stream.isTTY ? stream.columns : widestText),
  };
}

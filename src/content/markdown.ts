import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';
import { gfmFor } from './gfm.ts';

const numberSign = 35;
const isLineEnd = (code: Code): boolean => code === null || code < -2;
const isLetterOrDigit = (code: Code): boolean =>
  code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code));

/**
 * `##Heading`: two to six `#` directly followed by a letter or digit, which CommonMark reads as text.
 * Emits the tokens of an ordinary ATX heading, so that everything behind sees a heading.
 */
const tightHeading: Construct = {
  name: 'tightHeading',
  tokenize(effects: Effects, ok: State, nok: State): State {
    let signs = 0;
    return start;

    function start(code: Code): State | undefined {
      effects.enter('atxHeading');
      effects.enter('atxHeadingSequence');
      return sequence(code);
    }

    function sequence(code: Code): State | undefined {
      if (code === numberSign && signs < 6) {
        signs += 1;
        effects.consume(code);
        return sequence;
      }
      if (signs < 2 || !isLetterOrDigit(code)) return nok(code);
      effects.exit('atxHeadingSequence');
      effects.enter('atxHeadingText');
      effects.enter('chunkText', { contentType: 'text' });
      return text(code);
    }

    function text(code: Code): State | undefined {
      if (!isLineEnd(code)) {
        effects.consume(code);
        return text;
      }
      effects.exit('chunkText');
      effects.exit('atxHeadingText');
      effects.exit('atxHeading');
      return ok(code);
    }
  },
};

const tightHeadings: Extension = { flow: { [numberSign]: tightHeading } };

/** Parses an article or a passage's body. Never throws; every text is some Markdown. */
export function parseMarkdown(source: string): Root {
  const { syntax, tree } = gfmFor(source);
  return fromMarkdown(source, {
    extensions: [frontmatter(), tightHeadings, ...syntax],
    mdastExtensions: [frontmatterFromMarkdown(), ...tree],
  });
}

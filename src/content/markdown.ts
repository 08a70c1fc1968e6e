import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';
import { limitDepth, tooDeepLine } from './depth.ts';
import { gfmFor } from './gfm.ts';
import { cutPieces, type Piece } from './pieces.ts';
import { siteSyntaxFor } from './site-syntax.ts';
import { tidy } from './tidy.ts';

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

/** YAML between lines of `---`, TOML between lines of `+++`. */
type Fences = ('yaml' | 'toml')[];
const fences: Fences = ['yaml', 'toml'];

/** Parses what stands within an article, a passage's body for one: lines of dashes at its start are no front matter. */
export const parsePart = (source: string): Root => parse(source, []);

/** Parses an article. Never throws; every text is some Markdown. Line ends are `\n`. */
export const parseMarkdown = (source: string): Root => parse(source, fences);

function parse(source: string, frontMatter: Fences): Root {
  if (tooDeepLine(source) !== null) return asText(source);
  const children = cutPieces(source).flatMap((piece) => parsePiece(piece, frontMatter).children);
  return tidy({ type: 'root', children }, source);
}

function parsePiece({ text, offset, line }: Piece, frontMatter: Fences): Root {
  const { syntax, tree } = gfmFor(text);
  const site = siteSyntaxFor(text);
  // Each extension costs a merge for every piece; front matter begins the first one, or none.
  const front = offset === 0 && frontMatter.length > 0 && /^(?:---|\+\+\+)/u.test(text);
  const root = fromMarkdown(text, {
    extensions: [...(front ? [frontmatter(frontMatter)] : []), tightHeadings, ...syntax, ...site.syntax],
    mdastExtensions: [...(front ? [frontmatterFromMarkdown(frontMatter)] : []), ...tree, ...site.tree],
  });
  limitDepth(root);
  if (offset > 0) move(root, offset, line);
  return root;
}

/** Positions of a piece become positions of the whole source, in place. */
function move(node: Nodes, offset: number, lines: number): void {
  const { position } = node;
  if (position !== undefined)
    for (const point of [position.start, position.end]) {
      point.line += lines;
      point.offset = (point.offset ?? 0) + offset;
    }
  if ('children' in node) for (const child of node.children) move(child, offset, lines);
}

function asText(source: string): Root {
  const lines = source.split('\n');
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: source.length };
  const position = { start: { line: 1, column: 1, offset: 0 }, end };
  return {
    type: 'root',
    children: [{ type: 'paragraph', position, children: [{ type: 'text', value: source, position }] }],
  };
}

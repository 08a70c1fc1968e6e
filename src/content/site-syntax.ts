import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { isLineEnd, span, type Verdict } from './span.ts';
import { siteLink, siteLinkTree } from './site-link.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    siteMark: 'siteMark';
    siteMarkData: 'siteMarkData';
  }
}

const isEnd = (code: Code): boolean => code === null || isLineEnd(code);

const attribute = String.raw`(?:[#.][\p{L}\p{N}_:-]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))`;
/** `{#id}`, `{.class}`, `{: .alert }`, `{ width="300" }`, `{:toc}`. */
const attributeList = new RegExp(
  String.raw`^\{:?[ \t]*${attribute}(?:[ \t]+${attribute})*[ \t]*\}$|^\{:[ \t]*[\w-]+(?:[ \t]+${attribute})*[ \t]*\}$`,
  'u',
);
/** `{' '}`, by which JSX writes a blank. */
const jsxBlank = /^\{\s*(?:" *"|' *')\s*\}$/u;

/** `{{ … }}`, `{% … %}`, `{{< … >}}`, `{/* … *\/}` and attribute lists. */
function judgeBrace(raw: string): Verdict {
  if (raw.length === 1) return 'open';
  if (raw.startsWith('{/')) return judgeComment(raw);
  const isTemplate = raw[1] === '{' || raw[1] === '%';
  // A brace within a mark begins another one: what stands before it is text.
  if (raw.endsWith('{') && raw.length > (isTemplate ? 2 : 1)) return 'no';
  if (!raw.endsWith('}')) return isTemplate || /^\{[\s#.:\w'"]/u.test(raw) ? 'open' : 'no';
  if (isTemplate) return isTemplateEnd(raw) ? 'whole' : 'open';
  return attributeList.test(raw) || jsxBlank.test(raw) ? 'whole' : 'no';
}

function judgeComment(raw: string): Verdict {
  if (raw.length === 3 && raw !== '{/*') return 'no';
  if (raw.length > 5 && raw.endsWith('*/}')) return 'whole';
  return raw.length > 3 && raw.endsWith('{/*') ? 'no' : 'open';
}

function isTemplateEnd(raw: string): boolean {
  if (raw.startsWith('{%')) return raw.length > 3 && raw.endsWith('%}');
  if (raw.startsWith('{{<')) return raw.endsWith('>}}');
  if (raw.startsWith('{{%')) return raw.length > 5 && raw.endsWith('%}}');
  return raw.length > 4 && raw.endsWith('}}');
}

const braceMark = span('siteMark', 'siteMarkData', () => judgeBrace);

/** Deeper braces than anyone writes in one tag. */
const deepestBraces = 4;

/** A tag of a component with an expression, `<Box title={"…"} on={() => x}>`, which HTML does not know. */
function judgingJsx(): (raw: string) => Verdict {
  let quote = '';
  let depth = 0;
  let hasBrace = false;
  return (raw) => {
    const letter = raw.at(-1) ?? '';
    if (raw.length === 2) return /[A-Z]/u.test(letter) ? 'open' : 'no';
    if (quote !== '') {
      if (letter === quote) quote = '';
      return 'open';
    }
    if (/["'`]/u.test(letter) && raw.length > 2) quote = letter;
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    hasBrace ||= depth > 0;
    if (depth < 0 || depth > deepestBraces) return 'no';
    if (depth > 0) return 'open';
    if (letter === '<' && raw.length > 1) return 'no';
    return letter === '>' ? (hasBrace ? 'whole' : 'no') : 'open';
  };
}

const jsxTag = span('htmlText', 'htmlTextData', judgingJsx);

/** Three colons, or two as in Nuxt's mark-up, with nothing but a name, a label and attributes behind them. */
const fenceLine = /^:{3,}[ \t]*(?:[\p{L}{[].*)?$|^::(?:\p{L}[\p{L}\p{N}_-]*(?:\[.*\])?(?:\{.*\})?)?[ \t]*$/u;
const indentedLine =
  /^(?:\?\?\?\+?|!!!)[ \t]*(?:[\p{L}\p{N}_-]+[ \t]*)*(?:"[^"]*(?:\\"[^"]*)*"|'[^']*')?[ \t]*$/u;
const tabLine = /^===[!+]?[ \t]+(?:"[^"]*"|'[^']*')[ \t]*$/u;

/** A line that begins or ends a box: `:::tip[…]`, `??? question "…"`, `!!! note`, `=== "Tab"`. */
const lineMark: Construct = {
  name: 'siteMark',
  tokenize(effects: Effects, ok: State, nok: State): State {
    let raw = '';
    return start;

    function start(code: Code): State | undefined {
      effects.enter('siteMark');
      effects.enter('siteMarkData');
      return more(code);
    }

    function more(code: Code): State | undefined {
      if (!isEnd(code)) {
        raw += code === null || code < 0 ? ' ' : String.fromCharCode(code);
        effects.consume(code);
        return more;
      }
      if (![fenceLine, indentedLine, tabLine].some((pattern) => pattern.test(raw))) return nok(code);
      effects.exit('siteMarkData');
      effects.exit('siteMark');
      return ok(code);
    }
  },
};

/** `{/*` at the start of a line, up to the line of its end; as an HTML comment, it may hold blank lines. */
const commentFlow: Construct = {
  name: 'siteMark',
  concrete: true,
  tokenize(effects: Effects, ok: State, nok: State): State {
    let raw = '';
    let inData = false;
    let lines = 0;
    return start;

    function start(code: Code): State | undefined {
      effects.enter('siteMark');
      return within(code);
    }

    function within(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) return lineEnd(code);
      if (!inData) effects.enter('siteMarkData');
      inData = true;
      if (raw.length < 3 && '{/*'[raw.length] !== String.fromCharCode(code)) return nok(code);
      raw += code < 0 ? ' ' : String.fromCharCode(code);
      effects.consume(code);
      return within;
    }

    function lineEnd(code: Code): State | undefined {
      const isClosed = /\*\/\}[ \t]*$/u.test(raw) && raw.length > 5;
      if (raw.length < 3 || (lines === 0 && !isClosed && raw.includes('*/}'))) return nok(code);
      if (inData) effects.exit('siteMarkData');
      inData = false;
      if (code === null || isClosed || raw.includes('*/}')) return finish(code);
      return effects.check(nextLine, goOn, finish)(code);
    }

    function goOn(code: Code): State | undefined {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      lines += 1;
      return within;
    }

    function finish(code: Code): State | undefined {
      effects.exit('siteMark');
      return ok(code);
    }
  },
};

/** The next line belongs to the same container. */
const nextLine: Construct = {
  partial: true,
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const isLazy = (): boolean => this.parser.lazy[this.now().line] === true;
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (isLazy() ? nok(next) : ok(next));
    };
  },
};

const codes = { colon: 58, question: 63, exclamation: 33, equals: 61, brace: 123, bracket: 91, less: 60 };

const syntax: Extension = {
  flow: {
    [codes.colon]: lineMark,
    [codes.question]: lineMark,
    [codes.exclamation]: lineMark,
    [codes.equals]: lineMark,
    [codes.brace]: commentFlow,
  },
  text: {
    [codes.brace]: braceMark,
    [codes.less]: jsxTag,
    [codes.bracket]: siteLink,
    [codes.exclamation]: siteLink,
  },
};

const tree: TreeExtension = {
  enter: {
    siteMark(token) {
      this.enter({ type: 'siteMark', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    siteMark(token) {
      this.exit(token);
    },
  },
};

/** Both halves of the parser for the mark-up of site generators; none where a source has nothing like it. */
export function siteSyntaxFor(source: string): {
  readonly syntax: readonly Extension[];
  readonly tree: readonly TreeExtension[];
} {
  return hints.test(source) ? { syntax: [syntax], tree: [tree, siteLinkTree] } : { syntax: [], tree: [] };
}
/** Each mark has one of these. */
const hints = /\{[{%#.:/ \w'"]|\[\[|^[ \t>*+\d.)-]*(?:::|\?\?\?|!!!|===[!+]?[ \t]+["'])|<[A-Z][^<>]*\{/mu;

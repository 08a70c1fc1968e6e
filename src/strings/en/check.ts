import { languageNames, mixedLanguages } from '../mixed-languages.ts';

/** A `tests` question that does not find its passage. */
interface MissedTest {
  readonly question: string;
  readonly heading: string;
  readonly instead: string | null;
  readonly missing: string | null;
}

/** Why `synonyms.yml` or an entry of it is not used. */
const synonymFaults = {
  syntax: (detail: string): string => `is no YAML: ${detail}`,
  list: (): string => 'is no list. Write one meaning a line, such as "- price, fee"',
  meaning: (detail: string): string => `has an entry without two words: ${detail}. Write "- price, fee"`,
  unreadable: (detail: string): string => `cannot be read (${detail})`,
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The content check for authors, in English. */
export const check = {
  errors: 'Errors',
  warnings: 'Warnings',
  clean: (articles: number, passages: number): string =>
    `All is well in ${counted(articles, 'article', 'articles')} with ${counted(passages, 'passage', 'passages')}.`,
  summary: (errors: number, warnings: number, articles: number, passages: number): string =>
    `${counted(errors, 'error', 'errors')} and ${counted(warnings, 'warning', 'warnings')} in ` +
    `${counted(articles, 'article', 'articles')} with ${counted(passages, 'passage', 'passages')}.`,
  findings: {
    'question-repeated': ({ heading, firstLine }: { heading: string; firstLine: number }): string =>
      `"${heading}" is asked in line ${firstLine} already. Join the two, or word one of them differently.`,
    'phrasing-shared': ({ phrasing, other }: { phrasing: string; other: string }): string =>
      `The phrasing "${phrasing}" belongs to ${other} as well. Keep it in one place.`,
    'phrasing-stolen': ({
      phrasing,
      heading,
      by,
    }: {
      phrasing: string;
      heading: string;
      by: string;
    }): string =>
      `Questions like "${phrasing}" go to ${by} instead of "${heading}". Add more phrasings of this kind here, or use other words there.`,
    'test-missed': ({ question, heading, instead, missing }: MissedTest): string =>
      `The test "${question}" does not find "${heading}"; ` +
      `${instead === null ? 'nothing is found' : `${instead} is found instead`}. ` +
      (missing === null
        ? 'Add it as a phrasing.'
        : `The passage lacks "${missing}": use the word, or add the question as a phrasing.`),
    'heading-missing': ({ href }: { href: string }): string =>
      `The link ${href} names a heading that its article lacks. Correct what stands after the #.`,
    'heading-long': ({
      heading,
      length,
      limit,
    }: {
      heading: string;
      length: number;
      limit: number;
    }): string =>
      `The heading "${heading.slice(0, 60)}…" has ${length} characters and is cut after ${limit} in Discord. Make it shorter.`,
    'html-shown': ({ tag, heading }: { tag: string; heading: string }): string =>
      `"${heading}" holds the HTML tag <${tag}>, which Discord cannot show. Write it as Markdown.`,
    'table-wide': ({ heading, width, limit }: { heading: string; width: number; limit: number }): string =>
      `A table below "${heading}" is ${width} characters wide; over ${limit} it is shown as a list. Use fewer columns or shorter words.`,
    'image-without-text': ({ url }: { url: string }): string =>
      `The image ${url} has no description. Write one between the brackets: ![description](…).`,
    'languages-mixed': mixedLanguages({
      language: languageNames('en'),
      whole: (language, headings) => `${language}: ${headings}`,
      half: (heading, of, text) => `"${heading}" has its heading in ${of} and its text in ${text}`,
      more: (count) => `${String(count)} more`,
      sentence: (main, parts) =>
        `Most of this article is in ${main}, but not all. ${parts}. Translate the rest, or give each language a file of its own.`,
    }),
    'review-due': ({ date }: { date: string }): string =>
      `This article was to be looked at again by ${date}. Look it over and set a new review_by.`,
    'synonyms-broken': ({ reason, detail }: { reason: keyof typeof synonymFaults; detail: string }): string =>
      `The file ${synonymFaults[reason](detail)}.`,
  },
};

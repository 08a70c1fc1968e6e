/** What `npm run import` says, in English. */
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const quoted = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(', ');

const row = (place: string): string => (/^\d+$/u.test(place) ? `row ${place}` : place);

export const importing = {
  written: (name: string, entries: number): string => `${name}: ${counted(entries, 'question', 'questions')}`,
  summary: (articles: number, entries: number, out: string): string =>
    `${counted(articles, 'article', 'articles')} with ${counted(entries, 'question', 'questions')} written to ${out}. Look them over: npm run check -- --content ${out}`,
  dry: (articles: number, entries: number, out: string): string =>
    `Nothing is written: it would be ${counted(articles, 'article', 'articles')} with ${counted(entries, 'question', 'questions')} in ${out}.`,
  nothing: 'No article was written.',
  losses: (count: number): string => `${counted(count, 'thing was', 'things were')} left out, as said above.`,
  missing: (file: string): string => `There is no file ${file}.`,
  remarks: {
    unreadable: ({ reason }: { reason: string }): string => `This file cannot be read (${reason}).`,
    'too-large': ({ bytes, limit }: { bytes: number; limit: number }): string =>
      `This file has ${bytes} bytes; at most ${limit} are read of this kind. Split it.`,
    empty: (): string => 'This file is empty.',
    packed: ({ ending }: { ending: string }): string =>
      ending === '.zip'
        ? 'This is an archive. Unpack it, and import the .tsv or .json file in it.'
        : 'This is a workbook. Save it in your spreadsheet program as CSV (UTF-8) or as text with tabs, and import that file.',
    'kind-unknown': ({ ending }: { ending: string }): string =>
      `Svar cannot import ${ending === '' ? 'files without an ending' : `${ending} files`}. It reads .tsv, .csv, .json, .jsonl, .yaml, .toml and .tag.`,
    'is-article': (): string =>
      'This is an article already: Svar reads .md, .markdown and .mdx as they are, with aliases and titles in the front matter too. Put it into the content folder.',
    syntax: ({ format, detail }: { format: string; detail: string }): string =>
      `This is no ${format}: ${detail}. Nothing of it was read.`,
    'columns-missing': ({ columns }: { columns: readonly string[] }): string =>
      `No columns for questions and answers are found in ${quoted(columns)}. Name them Question and Answer in the first row.`,
    'nothing-found': (): string => 'No questions with answers are found here.',
    'question-missing': ({ text }: { text: string }): string =>
      text === ''
        ? 'The question is missing, so this was left out.'
        : `The question is missing, so "${text}" was left out.`,
    'answer-missing': ({ question }: { question: string }): string =>
      `"${question}" has no answer and was left out.`,
    'answer-long': ({ question, limit }: { question: string; limit: number }): string =>
      `The answer to "${question}" is longer than ${limit} characters and was left out. Write an article of it.`,
    'no-entry': ({ text }: { text: string }): string =>
      `"${text}" is no question with an answer and was left out.`,
    'cells-left': ({ count }: { count: number }): string =>
      `This row has ${counted(count, 'cell', 'cells')} more than the first row has columns; what stands there was left out. Is a quotation mark missing?`,
    'too-many': ({ limit }: { limit: number }): string =>
      `Only the first ${limit} rows were read. Split the file.`,
    'message-loose': ({ text }: { text: string }): string =>
      `This message asks no question and continues none, so it was left out: "${text}"`,
    'message-system': ({ kind }: { kind: string }): string =>
      `This is no message but a notice of Discord (${kind}); it was left out.`,
    'file-attached': ({ name }: { name: string }): string =>
      `The attached file ${name} was left out, because Discord's links to files expire. Put it on a page of your own.`,
    'synonyms-left': ({ count }: { count: number }): string =>
      `${counted(count, 'group of synonyms was', 'groups of synonyms were')} left out. Write them into synonyms.yml, one a line, such as "- [price, fee]".`,
    'write-failed': ({ reason }: { reason: string }): string => `This could not be written: ${reason}.`,
    'encoding-guessed': ({ encoding }: { encoding: string }): string =>
      `This is not UTF-8 and was read as ${encoding}. See that letters such as é and æ are right.`,
    'header-missing': (): string =>
      'The first row names no columns, so the first column was read as questions, the second as answers.',
    'columns-left': ({ columns }: { columns: readonly string[] }): string =>
      `Not read, as Svar has no place for it: ${quoted(columns)}.`,
    'quotes-broken': (): string => 'A quotation mark is not closed here; the row was read as it stands.',
    'question-repeated': ({
      question,
      first,
      isSame,
    }: {
      question: string;
      first: string;
      isSame: boolean;
    }): string =>
      `"${question}" is asked already (${row(first)}); ${isSame ? 'the answer is the same' : 'this answer stands below that one'}.`,
    'phrasing-taken': ({ phrasing, question }: { phrasing: string; question: string }): string =>
      `"${phrasing}" was left out as another way to ask, because it asks for "${question}".`,
    'phrasing-wordless': ({ phrasing }: { phrasing: string }): string =>
      `"${phrasing}" holds no word and was left out as another way to ask.`,
    'follow-up-lost': ({ text }: { text: string }): string =>
      `What the follow-up "${text}" leads to is not in the file; it stands there without a link.`,
    'context-only': ({ question }: { question: string }): string =>
      `"${question}" was asked only after another question. See that it can be understood alone.`,
    'mention-unknown': ({ mention }: { mention: string }): string =>
      `Whom or what ${mention} means is not in the file. Write it where there is an "…" now.`,
    'written-plain': ({ question }: { question: string }): string =>
      `The answer to "${question}" stands as plain text, because its marks would mean something else in an article.`,
    'name-taken': ({ wanted, name }: { wanted: string; name: string }): string =>
      `There is a ${wanted} already, so the article is called ${name}.`,
    'already-there': ({ name }: { name: string }): string => `${name} holds exactly this already.`,
  },
};

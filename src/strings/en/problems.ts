import type { ProblemParameters } from '../../content/article.ts';

type Words = { readonly [Code in keyof ProblemParameters]: (parameters: ProblemParameters[Code]) => string };

const expected: Readonly<Record<string, string>> = {
  text: 'a text',
  list: 'words separated by commas, or a list',
  language: 'a language tag such as da or en-GB',
  url: 'an address that begins with http:// or https://',
  date: 'a date such as 2026-11-24',
};

/** What is wrong with an article and what to do about it, in English. */
export const problems = {
  'not-utf8': ({ byte }) =>
    `This file is not UTF-8 (byte ${byte}), so it was left out. Save it again with the encoding UTF-8.`,
  unreadable: ({ reason }) =>
    `This cannot be read (${reason}), so it was left out. Check that it is there and that Svar may read it.`,
  'too-large': ({ bytes, limit }) =>
    `This file is too large (${bytes} bytes; at most ${limit}), so it was left out. Split it into several articles.`,
  'outside-link': ({ target }) =>
    `This is a link to ${target}, outside the content folder, so it was left out. Put the file itself here.`,
  'front-matter-syntax': ({ detail }) =>
    `The front matter cannot be read: ${detail}. Correct the YAML between the two lines of ---.`,
  'front-matter-value': ({ key, expected: kind }) =>
    `"${key}" in the front matter must be ${expected[kind] ?? kind}; it was ignored. Correct or remove it.`,
  'front-matter-open': () => 'The front matter is not closed. Write a line of --- below it.',
  'empty-article': () => 'This article is empty. Write something in it or delete it.',
  'no-passages': () => 'This article has no text below its headings, so it answers nothing. Write some.',
  'no-articles': ({ files, endings }) =>
    files === 0
      ? 'This folder is empty, so there is nothing to answer from. Put articles in it: Markdown files that end in .md, .markdown or .mdx.'
      : `Nothing here is an article: the folder holds ${files} ${files === 1 ? 'file' : 'files'} (${endings.join(', ')}). Articles end in .md, .markdown or .mdx; npm run import makes them from FAQs of other kinds.`,
  'foreign-file': ({ ending }) =>
    `This looks like an FAQ, but Svar does not read ${ending} files. Make an article of it with npm run import.`,
  'question-alone': () =>
    'This bold question stands alone in running text, so it is part of that text and no entry. Make it a heading if people are to find it.',
  'questions-unmarked': ({ count }) =>
    `${count} bold lines here look like questions but are no entries, because they do not end with a question mark. Write one, or make them headings.`,
  'component-text-lost': ({ component }) =>
    `The text of <${component}> is not in this file or not plain text, so Svar cannot show it. Write the answer between its tags.`,
  'template-command': ({ command }) =>
    `${command} is a command for a site generator. Svar does not carry it out and leaves it out. Write what it stands for.`,
  'comment-open': () =>
    'A comment begins here and does not end, so everything below it is hidden. Close it with -->.',
  'nested-too-deep': ({ limit }) =>
    `Lists or quotes lie more than ${limit} deep here, so the article is shown as plain text. Make it flatter.`,
  'empty-section': ({ heading }) => `Nothing stands below "${heading}". Write a text or remove the heading.`,
  'phrasing-duplicate': ({ phrasing }) => `The phrasing "${phrasing}" stands here twice. Remove one of them.`,
  'phrasing-without-text': ({ heading }) =>
    `"${heading}" has phrasings or tests but no text to answer with. Write the text below its heading.`,
  'phrasing-form': ({ line }) => `"${line}" is not read as a question. Begin the line with "- ".`,
  'link-nowhere': ({ href }) => `The link ${href} leads nowhere. Correct its path or remove it.`,
  'link-ambiguous': ({ href, candidates }) =>
    `The link ${href} could mean ${candidates.join(' or ')}. Write the whole path.`,
} satisfies Words;

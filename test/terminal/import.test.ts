import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/answers/decide.ts';
import { checkFolder } from '../../src/check/check.ts';
import { loadContent } from '../../src/content/load.ts';
import { buildSnapshot } from '../../src/knowledge/snapshot.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { runImport, type ImportArguments } from '../../src/terminal/import.ts';
import { contentFolder } from '../content/folder.ts';

/** Runs the command in a folder with these files, as a newcomer would. */
async function run(
  files: Readonly<Record<string, string>>,
  names: readonly string[],
  given: ImportArguments = {},
  locale = 'en',
) {
  const dir = await contentFolder(files);
  const printed: string[] = [];
  const said: string[] = [];
  const status = await runImport(names, given, {
    strings: stringsFor(locale),
    output: { write: async (text) => printed.push(text) > 0, flush: async () => {} },
    config: { contentDir: join(dir, 'content'), workingDir: dir },
    complain: (sentence) => said.push(sentence),
  });
  const out = (name: string): string => join(dir, name);
  return { status, out, printed: printed.join('').replaceAll(dir, '.'), said };
}

const faq =
  'Kategori;Spørgsmål;Svar;Andre formuleringer\n' +
  'Kontingent;Hvad koster det at være medlem?;200 kr. om året.;Hvor dyrt er et medlemskab?\n' +
  'Kontingent;Kan jeg få pengene tilbage?;Ja, inden for 14 dage.;\n' +
  'Hallen;Hvornår er hallen åben?;Hver dag fra 8 til 22.;Hvor længe kan man træne?\n' +
  'Hallen;Hvor parkerer jeg?;På pladsen bag hallen.;\n';

describe('the import command', () => {
  it('writes articles into the content folder, says which, and ends with 0', async () => {
    const { status, printed, said } = await run({ 'faq.csv': faq }, ['faq.csv']);
    expect(said).toEqual([]);
    expect(printed).toBe(
      'kontingent.md: 2 questions\nhallen.md: 2 questions\n2 articles with 4 questions written to ./content. Look them over: npm run check -- --content ./content\n',
    );
    expect(status).toBe(0);
  });

  it('writes articles that the check has nothing against and whose questions are answered', async () => {
    const { out } = await run({ 'faq.csv': faq }, ['faq.csv']);
    const options = { limits: { heading: 256, tableColumns: 42 }, today: '2026-11-27' };
    expect((await checkFolder(out('content'), options)).findings).toEqual([]);
    const { content } = await loadContent(out('content'));
    const snapshot = await buildSnapshot(content);
    const answers = [
      'hvad koster det at være medlem',
      'Hvor dyrt er et medlemskab?',
      'hvornår er hallen åben',
      'hvor parkerer jeg',
    ];
    const found = answers.map((question) => decide(snapshot.rank(snapshot.read(question), 3)));
    expect(
      found.map((answer) => (answer.kind === 'found' ? answer.match.passage.heading : answer.kind)),
    ).toEqual([
      'Hvad koster det at være medlem?',
      'Hvad koster det at være medlem?',
      'Hvornår er hallen åben?',
      'Hvor parkerer jeg?',
    ]);
  });

  it('writes into another folder, which it makes', async () => {
    const { out, printed } = await run({ 'faq.csv': faq }, ['faq.csv'], { out: 'new/articles' });
    expect(await readdir(out('new/articles'))).toEqual(['hallen.md', 'kontingent.md']);
    expect(printed).toContain('written to new/articles.');
  });

  it('writes nothing on a dry run', async () => {
    const { status, out, printed } = await run({ 'faq.csv': faq }, ['faq.csv'], { dryRun: true });
    expect(await readdir(out('.'))).toEqual(['faq.csv']);
    expect(printed).toContain('Nothing is written: it would be 2 articles with 4 questions in ./content.');
    expect(status).toBe(0);
  });

  it('reads all files of a folder that it knows', async () => {
    const files = {
      'tags/a.tag': 'type: text\n---\nOne.',
      'tags/deep/b.json': '{"B?":"Two."}',
      'tags/photo.png': 'x',
      'tags/.hidden.csv': 'x',
    };
    const { status, printed, said } = await run(files, ['tags']);
    expect(said).toEqual([]);
    expect(printed).toContain('tags.md: 1 question\nb.md: 1 question\n2 articles with 2 questions written');
    expect(status).toBe(0);
  });

  it('says what is left out with file and place, and ends with 1', async () => {
    const { status, said } = await run({ 'faq.csv': 'Question,Answer\nA?,\nB?,Two.\n' }, ['faq.csv']);
    expect(said).toEqual([
      'faq.csv:2  "A?" has no answer and was left out.',
      '1 thing was left out, as said above.',
    ]);
    expect(status).toBe(1);
  });

  it('imports the rest where a file is not there, and ends with 2', async () => {
    const { status, said, printed } = await run({ 'faq.csv': faq }, ['none.csv', 'faq.csv']);
    expect(said).toEqual(['There is no file none.csv.']);
    expect(printed).toContain('2 articles with 4 questions');
    expect(status).toBe(2);
  });

  it('says so where nothing is an FAQ', async () => {
    const { status, said, printed } = await run(
      { 'a.md': '# A\n\nText\n', 'b.xyz': 'x', empty: '' },
      ['a.md', 'b.xyz'],
      {},
      'da',
    );
    expect(said).toEqual([
      'a.md  Dette er allerede en artikel: Svar læser .md, .markdown og .mdx, som de er, også med aliaser og titler øverst i filen. Læg den i artikelmappen.',
      'b.xyz  Svar kan ikke importere .xyz-filer. Det læser .tsv, .csv, .json, .jsonl, .yaml, .toml og .tag.',
      '1 ting kom ikke med; se ovenfor.',
    ]);
    expect(printed).toBe('Der blev ikke skrevet nogen artikel.\n');
    expect(status).toBe(1);
  });

  it.each(['en', 'da'])('has a sentence for every remark (%s)', (locale) => {
    const parameters = {
      reason: 'R',
      bytes: 1,
      limit: 2,
      ending: '.zip',
      format: 'F',
      detail: 'D',
      columns: ['C'],
      question: 'Q',
      text: 'T',
      count: 3,
      kind: 'K',
      name: 'N',
      encoding: 'E',
      first: '7',
      isSame: true,
      phrasing: 'P',
      mention: 'M',
      wanted: 'W',
    };
    const sentences = Object.values(stringsFor(locale).importing.remarks).map((word) =>
      (word as (given: typeof parameters) => string)(parameters),
    );
    expect(sentences.filter((sentence) => !/^["»A-ZÆØÅ\d].*[.?"«]$/u.test(sentence))).toEqual([]);
  });
});

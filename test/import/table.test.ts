import { describe, expect, it } from 'vitest';
import { entriesOf, filesOf, imported } from './files.ts';

describe('a table of questions and answers', () => {
  const tables: [title: string, text: string][] = [
    ['commas', 'Question,Answer\nWhat is it?,"A club, and more."\n'],
    ['semicolons, as a Danish spreadsheet writes them', 'Spørgsmål;Svar\nWhat is it?;A club, and more.\n'],
    ['tabs', 'Svar\tSpørgsmål\nA club, and more.\tWhat is it?\n'],
    ['a byte order mark and CRLF', '\uFEFFQuestion;Answer\r\nWhat is it?;A club, and more.\r\n'],
    ['the separator named in a line of its own', 'sep=;\r\nQ;A\r\nWhat is it?;A club, and more.\r\n'],
    ['titles and texts', 'title,text\nWhat is it?,"A club, and more."\n'],
    ['other columns that are empty', 'No.,Question,Answer,Note\n1,What is it?,"A club, and more.",\n'],
    ['empty rows', 'Question,Answer\n\n,\nWhat is it?,"A club, and more."\n\n'],
  ];
  it.each(tables)('may have %s', async (_, text) => {
    const result = await imported({ 'faq.csv': text });
    expect(entriesOf(result)).toEqual([['What is it?', [], 'A club, and more.']]);
    expect(result.remarks).toEqual([]);
    expect(result.problems).toEqual([]);
  });

  it('has line breaks in quoted cells, categories, keywords and other ways to ask', async () => {
    const result = await imported({
      'faq.csv':
        'Kategori;Spørgsmål;Svar;Alternative spørgsmål;Nøgleord\n' +
        'Betaling;Hvad koster det?;"Det koster:\n\n- 100 kr.\n- 50 kr. for børn";Hvad er prisen? Er det dyrt?;pris, gebyr\n' +
        'Åbningstider;Hvornår er der åbent?;"Hver ""hverdag""";Hvornår kan jeg komme|Har I åbent nu;\n',
    });
    expect(await filesOf(result.out)).toEqual({
      'aabningstider.md':
        '---\ntitle: Åbningstider\n---\n\n# Åbningstider\n\n## Hvornår er der åbent?\n\n<!-- questions\n- Hvornår kan jeg komme\n- Har I åbent nu\n-->\n\nHver "hverdag"\n',
      'betaling.md':
        '---\ntitle: Betaling\nkeywords:\n  - pris\n  - gebyr\n---\n\n# Betaling\n\n## Hvad koster det?\n\n<!-- questions\n- Hvad er prisen?\n- Er det dyrt?\n-->\n\nDet koster:\n\n- 100 kr.\n- 50 kr. for børn\n',
    });
    expect(result.problems).toEqual([]);
  });

  it('reads two columns without names as questions and answers', async () => {
    const result = await imported({ 'faq.csv': 'What is it?,A club.\nWho is it for?,You.\n' });
    expect(entriesOf(result)).toEqual([
      ['What is it?', [], 'A club.'],
      ['Who is it for?', [], 'You.'],
    ]);
    expect(result.remarks).toEqual(['faq.csv header-missing']);
  });

  it('says what it does not understand', async () => {
    const { report, remarks } = await imported({ 'members.csv': 'Name,Address,Phone\nAnna,Road 1,12\n' });
    expect(remarks).toEqual(['members.csv columns-missing']);
    expect(report.remarks[0]?.parameters).toEqual({ columns: ['Name', 'Address', 'Phone'] });
    expect(report.written).toEqual([]);
  });

  it('names the rows and columns that it leaves out', async () => {
    const { report, remarks, passages } = await imported({
      'faq.csv': 'Question,Answer,Price\nA?,One.,12\n,Two.,\nC?,,\nD?,Four.,,five,six\n',
    });
    expect(remarks).toEqual([
      'faq.csv columns-left',
      'faq.csv:3 question-missing',
      'faq.csv:4 answer-missing',
      'faq.csv:5 cells-left',
    ]);
    expect(report.remarks.map(({ parameters }) => parameters)).toEqual([
      { columns: ['Price'] },
      { text: 'Two.' },
      { question: 'C?' },
      { count: 2 },
    ]);
    expect(passages.map(({ heading }) => heading)).toEqual(['A?', 'D?']);
  });

  it('loses no row to a quotation mark that is not closed', async () => {
    const result = await imported({
      'faq.csv': 'Question;Answer\nA?;One.\n"B?;Two "2".\n"C?";"Three\nlines."\n"D?;Four.\nE?;"Five\n',
    });
    expect(entriesOf(result)).toEqual([
      ['A?', [], 'One.'],
      ['B?', [], 'Two "2".'],
      ['C?', [], 'Three lines.'],
      ['D?', [], 'Four.'],
      ['E?', [], 'Five'],
    ]);
    expect(result.remarks).toEqual([
      'faq.csv:3 quotes-broken',
      'faq.csv:5 quotes-broken',
      'faq.csv:6 quotes-broken',
    ]);
  });

  it('keeps a cell that begins with a quotation and has lines', async () => {
    const result = await imported({ 'faq.csv': 'Question;Answer\nA?;"""One"" is said\nonce."\n' });
    expect(entriesOf(result)).toEqual([['A?', [], '"One" is said once.']]);
    expect(result.remarks).toEqual([]);
  });

  const encodings: [title: string, bytes: Uint8Array, remarks: string[]][] = [
    ['UTF-16', Buffer.from('\uFEFFSpørgsmål\tSvar\nÆØÅ?\té\n', 'utf16le'), []],
    ['Windows-1252', Buffer.from('Spørgsmål;Svar\nÆØÅ?;é\n', 'latin1'), ['faq.csv encoding-guessed']],
  ];
  it.each(encodings)('may be in %s', async (_, bytes, remarks) => {
    const result = await imported({ 'faq.csv': bytes });
    expect(entriesOf(result)).toEqual([['ÆØÅ?', [], 'é']]);
    expect(result.remarks).toEqual(remarks);
  });

  it('puts an answer to a question that stands there already below that one', async () => {
    const { report, passages } = await imported({
      'faq.csv': 'Question,Answer\nIs it open?,Yes.\nis it open,Not at night.\nIs it open?,Yes.\n',
    });
    expect(passages.map(({ heading, text }) => [heading, text])).toEqual([
      ['Is it open?', 'Yes.\nNot at night.'],
    ]);
    expect(report.remarks.map(({ parameters }) => parameters)).toEqual([
      { question: 'is it open', first: '2', isSame: false },
      { question: 'Is it open?', first: '2', isSame: true },
    ]);
  });
});

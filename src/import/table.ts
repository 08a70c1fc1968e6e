import { joined, left, readingOf, type Reading } from './entry.ts';
import { fieldOf, weakFieldOf, type Field } from './fields.ts';
import { keywordsOf, phrasingsOf } from './lists.ts';
import { isQnaMaker, readQnaMaker } from './qna-maker.ts';
import type { Remark } from './remark.ts';
import { mostRows, readRows, type Row, type Rows } from './rows.ts';

const delimiters = ['\t', ';', ',', '|'];

/** Reads a table of questions and answers, whatever parts its cells. Never throws. */
export function readTable(file: string, text: string): Reading {
  const body = text.replace(/^sep=.\r?\n/iu, '');
  const { rows: all, ...found } = readRows(body, delimiterOf(body));
  const rows = all.filter(isFilled);
  const header = rows[0];
  if (header === undefined) return left({ code: 'nothing-found', file, place: null, parameters: {} });
  const remarks = remarksOf(file, found);
  const reading = isQnaMaker(header.cells)
    ? readQnaMaker(file, header.cells, rows.slice(1))
    : readQuestions(file, header, rows);
  return joined([reading], remarks);
}

const isFilled = ({ cells }: Row): boolean => cells.some((cell) => cell.trim() !== '');

/** What parts the first line into most columns that say what they hold; else what parts it at all. */
function delimiterOf(text: string): string {
  const line = text.trimStart().split(/\r?\n/u, 1)[0] ?? '';
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, cells: readRows(line, delimiter).rows[0]?.cells ?? [] }))
    .toSorted((a, b) => known(b.cells) - known(a.cells) || b.cells.length - a.cells.length);
  return best?.delimiter ?? ',';
}

const meaningOf = (name: string): Field | null => fieldOf(name) ?? weakFieldOf(name);
const known = (cells: readonly string[]): number => cells.filter((cell) => meaningOf(cell) !== null).length;

function remarksOf(file: string, { broken, isCut }: Omit<Rows, 'rows'>): Remark[] {
  const quotes = broken.map((row): Remark => ({
    code: 'quotes-broken',
    file,
    place: String(row),
    parameters: {},
  }));
  return isCut
    ? [...quotes, { code: 'too-many', file, place: null, parameters: { limit: mostRows } }]
    : quotes;
}

function readQuestions(file: string, header: Row, rows: readonly Row[]): Reading {
  const columns = columnsOf(header.cells);
  if (columns !== null) {
    const read = rows.slice(1).map((row) => readRow(file, row, columns, header.cells.length));
    return joined(read, columnsLeft(file, header, rows, columns));
  }
  const isPair = rows.every(({ cells }) => cells.length === 2);
  if (!isPair) {
    const parameters = { columns: header.cells.slice(0, 8) };
    return left({ code: 'columns-missing', file, place: null, parameters });
  }
  const pair: Columns = { question: [0], answer: [1] };
  const read = rows.map((row) => readRow(file, row, pair, 2));
  return joined(read, [{ code: 'header-missing', file, place: null, parameters: {} }]);
}

type Columns = Readonly<Partial<Record<Field, readonly number[]>>>;

/** Which columns hold what; null where questions or answers have none. */
function columnsOf(header: readonly string[]): Columns | null {
  const plain = header.map((name) => name.replace(/[\s_.-]*\d+$/u, ''));
  const columns: Partial<Record<Field, number[]>> = {};
  for (const meaning of [fieldOf, weakFieldOf]) {
    for (const [place, name] of plain.entries()) {
      const field = meaning(name);
      const isSettled = meaning === weakFieldOf && field !== null && columns[field] !== undefined;
      if (field !== null && !isSettled) columns[field] = [...(columns[field] ?? []), place];
    }
  }
  return columns.question === undefined || columns.answer === undefined ? null : columns;
}

function columnsLeft(file: string, header: Row, rows: readonly Row[], columns: Columns): Remark[] {
  const read = new Set(Object.values(columns).flat());
  const unread = header.cells.filter(
    (name, place) =>
      name.trim() !== '' &&
      !read.has(place) &&
      rows.slice(1).some(({ cells }) => (cells[place] ?? '').trim() !== ''),
  );
  return unread.length === 0
    ? []
    : [{ code: 'columns-left', file, place: null, parameters: { columns: unread } }];
}

function readRow(file: string, { number, cells }: Row, columns: Columns, width: number): Reading {
  const place = String(number);
  const cellsOf = (field: Field): string[] =>
    (columns[field] ?? []).map((at) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
  const [question = '', ...others] = cellsOf('question');
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '').length;
  const remarks: Remark[] =
    extra === 0 ? [] : [{ code: 'cells-left', file, place, parameters: { count: extra } }];
  const reading = readingOf({
    file,
    place,
    question,
    answer: cellsOf('answer').join('\n\n'),
    phrasings: [...others, ...cellsOf('phrasings').flatMap(phrasingsOf)],
    keywords: cellsOf('keywords').flatMap(keywordsOf),
    group: [...cellsOf('category'), ...cellsOf('source')].slice(0, 1),
  });
  return joined([reading], remarks);
}

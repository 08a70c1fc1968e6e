import { parse } from 'csv-parse/sync';

/** A row of a table: its cells, and its number as a spreadsheet counts it. */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Rows {
  readonly rows: readonly Row[];
  /** Numbers of rows with a quotation mark that nothing closes; they are read as they stand. */
  readonly broken: readonly number[];
  /** Whether more rows were there than are read. */
  readonly isCut: boolean;
}

/** More rows than any FAQ has. */
export const mostRows = 50_000;
/** Each row with an open quotation mark costs a look at the whole rest; after so many, marks are letters. */
const mostRepairs = 50;
const lineFeed = 10;

/** Reads a table of cells between delimiters, quoted ones with line breaks too. Never throws: broken quotes are letters. */
export function readRows(text: string, delimiter: string): Rows {
  const rows: Row[] = [];
  const broken: number[] = [];
  let rest = Buffer.from(text.replaceAll(/\r\n?/gu, '\n'));
  while (rest.length > 0 && rows.length <= mostRows) {
    const end = readUntilBroken(rest, delimiter, broken.length < mostRepairs, rows);
    if (end === null) break;
    const feed = rest.indexOf(lineFeed, end);
    const next = feed < 0 ? rest.length : feed + 1;
    readLine(rest.subarray(end, next), delimiter, rows);
    broken.push(rows.length);
    rest = rest.subarray(next);
  }
  return { rows: rows.slice(0, mostRows), broken, isCut: rows.length > mostRows };
}

/** Ends a parse early: enough rows are read, or one of them is broken. */
class Stop extends Error {
  readonly isBroken: boolean;
  constructor(isBroken: boolean) {
    super();
    this.isBroken = isBroken;
  }
}

const optionsFor = (delimiter: string, isQuoted: boolean) => ({
  delimiter,
  quote: isQuoted ? '"' : false,
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\n'],
});

/** Adds rows up to the first broken one. @returns where that begins, null where all is read */
function readUntilBroken(source: Buffer, delimiter: string, isQuoted: boolean, rows: Row[]): number | null {
  let end = 0;
  try {
    parse(source, {
      ...optionsFor(delimiter, isQuoted),
      on_record: (cells: string[], { bytes }) => {
        if (
          cells.some((cell) => isSuspect(cell, delimiter)) &&
          !isSound(source.subarray(end, bytes), delimiter)
        )
          throw new Stop(true);
        end = bytes;
        rows.push({ number: rows.length + 1, cells });
        if (rows.length > mostRows) throw new Stop(false);
        return null;
      },
    });
    return null;
  } catch (error) {
    return error instanceof Stop && !error.isBroken ? null : end;
  }
}

/** A quotation mark was opened, and what closed it, in another cell or line, was the opening one of another. */
const isSuspect = (cell: string, delimiter: string): boolean =>
  cell.startsWith('"') && (cell.includes('\n') || cell.includes(delimiter));

function isSound(record: Buffer, delimiter: string): boolean {
  try {
    parse(record, { ...optionsFor(delimiter, true), relax_quotes: false });
    return true;
  } catch {
    return false;
  }
}

/** Adds a line as one row, with what quotes in it are whole. */
function readLine(line: Buffer, delimiter: string, rows: Row[]): void {
  const end = readUntilBroken(line, delimiter, true, rows);
  if (end === null) return;
  readUntilBroken(line.subarray(end), delimiter, false, rows);
  const last = rows.at(-1);
  if (last !== undefined) rows[rows.length - 1] = { ...last, cells: last.cells.map(withoutOpenQuote) };
}

const withoutOpenQuote = (cell: string): string =>
  cell.startsWith('"') && cell.split('"').length % 2 === 0 ? cell.slice(1) : cell;

import type { Remark } from './remark.ts';

export interface Decoded {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

/** The text of a file: UTF-8, UTF-16 with its mark, else Windows-1252, which spreadsheets write. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: withEncoding('utf-16le', bytes), remarks: [] };
  if (first === 0xfe && second === 0xff) return { text: withEncoding('utf-16be', bytes), remarks: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] };
  } catch {
    const encoding = 'Windows-1252';
    const remark: Remark = { code: 'encoding-guessed', file, place: null, parameters: { encoding } };
    return { text: withEncoding(encoding, bytes), remarks: [remark] };
  }
}

const withEncoding = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** Archives, among them workbooks, begin so; old workbooks too, in their own way. */
export const isPacked = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

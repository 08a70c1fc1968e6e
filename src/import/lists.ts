/** The parts of a cell or value that lists several things: at line ends, `|` and `;`, else at `also`. */
function partsOf(text: string, also: RegExp | null = null): string[] {
  const list = jsonList(text) ?? text.split(/[\n|;]/u);
  const parts = list.length === 1 && also !== null ? text.split(also) : list;
  return [
    ...new Set(parts.map((part) => part.replaceAll(/\s+/gu, ' ').trim()).filter((part) => part !== '')),
  ];
}

/** `["a", "b"]`, as some tools write a list into a cell. */
function jsonList(text: string): string[] | null {
  if (!text.trim().startsWith('[')) return null;
  const value = parseJson(text);
  return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : null;
}

/** The value of JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Ways to ask: split at `?` as well, which ends one. */
export const phrasingsOf = (text: string): string[] => partsOf(text, /(?<=\?)\s*,?\s+/u);
/** Keywords: commas part them too. */
export const keywordsOf = (text: string): string[] => partsOf(text, /,/u);

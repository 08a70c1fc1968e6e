/** Remembers the last result of a pure function of a text: one question is looked at from several sides in a row. */
export function rememberingLast<Rest extends readonly unknown[], Result>(
  compute: (text: string, ...rest: Rest) => Result,
): (text: string, ...rest: Rest) => Result {
  let last: { readonly text: string; readonly rest: Rest; readonly result: Result } | null = null;
  return (text, ...rest) => {
    if (last !== null && last.text === text && last.rest.every((value, index) => value === rest[index])) {
      return last.result;
    }
    const result = compute(text, ...rest);
    last = { text, rest, result };
    return result;
  };
}

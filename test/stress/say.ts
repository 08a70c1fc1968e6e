export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Says what was wanted beside what came; @returns whether it fits. */
export function verdict(what: string, got: string, wanted: string, isFine: boolean): boolean {
  say(`${isFine ? 'ok  ' : 'MISS'} ${what}: ${got} (wanted: ${wanted})`);
  return isFine;
}

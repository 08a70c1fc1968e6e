/** A passage as every engine is given it. */
export interface BenchPassage {
  readonly id: string;
  readonly heading: string;
  readonly title: string;
  readonly text: string;
}

/** Finds passages: the ids of the best ones, best first. */
export type Ask = (question: string) => readonly string[] | Promise<readonly string[]>;

/** How many passages each engine is asked for. */
export const asked = 10;

export const engineNames = ['svar', 'minisearch', 'orama', 'flexsearch', 'lunr', 'wink-bm25'] as const;
export type EngineName = (typeof engineNames)[number];

export const isEngineName = (name: string): name is EngineName => engineNames.some((known) => known === name);

import type { problems as english } from '../en/problems.ts';

export const problems = {} satisfies typeof english;

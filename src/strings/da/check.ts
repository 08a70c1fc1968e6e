import type { check as english } from '../en/check.ts';

export const check = {} satisfies typeof english;

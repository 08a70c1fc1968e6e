import type { terminal as english } from '../en/terminal.ts';

export const terminal = {} satisfies typeof english;

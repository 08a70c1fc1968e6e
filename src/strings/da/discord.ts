import type { discord as english } from '../en/discord.ts';

export const discord = {} satisfies typeof english;

import { DiscordAPIError, HTTPError } from 'discord.js';

/** An error without the address and body of its request, which hold tokens and people's words. */
export function faultOf(error: unknown): Readonly<Record<string, string | number>> {
  if (error instanceof DiscordAPIError) {
    return { fault: 'DiscordAPIError', code: error.code, status: error.status, method: error.method };
  }
  if (error instanceof HTTPError) return { fault: 'HTTPError', status: error.status, method: error.method };
  if (error instanceof Error) return { fault: error.name, at: whereOf(error) };
  return { fault: typeof error };
}

/** The first place in our own code; the message is left out, since it may quote what a person wrote. */
function whereOf(error: Error): string {
  const line = (error.stack ?? '').split('\n').find((text) => text.includes('/src/'));
  return line?.slice(line.indexOf('/src/') + 1).replace(/\)$/u, '') ?? 'unknown';
}

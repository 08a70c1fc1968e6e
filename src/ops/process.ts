import { randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** This process as no other names itself, and the machine it runs on. In containers numbers of processes begin anew. */
export const thisProcess = (): { readonly owner: string; readonly machine: string } => ({
  owner: `${String(process.pid)} ${randomBytes(6).toString('hex')}`,
  machine: `${hostname()}${namespaceOf()}`,
});

function namespaceOf(): string {
  try {
    return ` ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

/** Whether a process of this machine is known to have ended. */
export function isGone(owner: string): boolean {
  try {
    process.kill(Number(owner.split(' ', 1)[0]), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this user may mount at all: a container may not allow it. */
export function mounts(): boolean {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false;
  const dir = mkdtempSync(join(tmpdir(), 'svar-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', dir], { stdio: 'ignore' });
    execFileSync('umount', ['-l', dir], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    if (existsSync(dir)) rmSync(dir, { recursive: true, force: true });
  }
}

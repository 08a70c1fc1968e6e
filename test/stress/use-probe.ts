/** Loaded before Svar itself: tells what it has in use, when asked. */
export interface Use {
  /** Memory after a full collection. Bytes. */
  readonly heap: number;
  /** Time of the processor since the start. Milliseconds. */
  readonly busy: number;
}

process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const use: Use = { heap: process.memoryUsage().heapUsed, busy: (user + system) / 1000 };
  process.send?.(use);
});
// It must not keep the process alive.
process.channel?.unref();

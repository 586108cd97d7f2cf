const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * For an entry point: the first Ctrl-C (or SIGTERM, SIGHUP) stops cleanly and exits as shells expect, a second one later exits at once.
 * The terminal, npm and the bootstrap may each deliver the same Ctrl-C: within a second it is the same.
 * @returns stops listening
 */
export function stopOnSignal(stop: () => Promise<void>): () => void {
  let stoppingSince: number | undefined;
  const handle = (signal: keyof typeof codes) => {
    if (stoppingSince !== undefined && Date.now() - stoppingSince > 1000) process.exit(codes[signal]);
    if (stoppingSince !== undefined) return;
    stoppingSince = Date.now();
    stop().then(
      () => process.exit(codes[signal]),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  const signals = Object.keys(codes) as (keyof typeof codes)[];
  for (const signal of signals) process.on(signal, handle);
  return () => {
    for (const signal of signals) process.off(signal, handle);
  };
}

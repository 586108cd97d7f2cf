const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * For an entry point: the first Ctrl-C (or SIGTERM, SIGHUP) stops cleanly and exits as shells expect, the second exits at once.
 * @returns stops listening
 */
export function stopOnSignal(stop: () => Promise<void>): () => void {
  let stopping = false;
  const handle = (signal: keyof typeof codes) => {
    if (stopping) process.exit(codes[signal]);
    stopping = true;
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

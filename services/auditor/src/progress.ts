/** Tells how far reading has come. */
export type Progress = (line: string) => void;

const everyMs = 5_000;

/** One line that is written over, on a terminal; elsewhere one every five seconds, for whoever waits so long. */
export function progressOn(stream: NodeJS.WriteStream): { progress: Progress; end(): void } {
  if (!stream.isTTY) return { progress: everyFewSeconds(stream), end: () => undefined };
  return {
    progress: (line) => void stream.write(`\r\u001b[K${line}`),
    end: () => void stream.write('\r\u001b[K'),
  };
}

function everyFewSeconds(stream: NodeJS.WriteStream): Progress {
  let last = performance.now();
  return (line) => {
    if (performance.now() - last < everyMs) return;
    last = performance.now();
    stream.write(`${line}\n`);
  };
}

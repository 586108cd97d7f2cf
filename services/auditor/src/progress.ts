/** Tells how far reading has come. */
export type Progress = (line: string) => void;

/** One line that is written over, on a terminal; nothing elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): { progress: Progress; end(): void } {
  if (!stream.isTTY) return { progress: () => undefined, end: () => undefined };
  return {
    progress: (line) => void stream.write(`\r\u001b[K${line}`),
    end: () => void stream.write('\r\u001b[K'),
  };
}

/** One reading for all who ask within `ms` of its beginning: what each of them gets was read at most so long before. A failed one is not kept. */
export function sharedFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let last: { began: number; reading: Promise<T> } | undefined;
  return () => {
    if (last && performance.now() - last.began < ms) return last.reading;
    const mine = { began: performance.now(), reading: read() };
    last = mine;
    mine.reading.catch(() => {
      if (last === mine) last = undefined;
    });
    return mine.reading;
  };
}

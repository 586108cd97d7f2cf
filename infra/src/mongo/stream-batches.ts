import { setTimeout as pause } from 'node:timers/promises';
import type mongoose from 'mongoose';

type Changes<Doc extends mongoose.mongo.Document> = mongoose.mongo.ChangeStream<
  Doc,
  mongoose.mongo.ChangeStreamDocument<Doc>
>;

/** What belongs together comes within this: asking again at once would bring it in many answers. */
const lingerMs = 50;

/**
 * What a change stream tells, in batches of at most `most`: all that has come while the reader was busy, at once.
 * The first batch is empty and says that the stream is open: nothing committed from then on is missed.
 */
export async function* inBatches<Doc extends mongoose.mongo.Document>(
  stream: Changes<Doc>,
  most: number,
  signal: AbortSignal,
): AsyncGenerator<mongoose.mongo.ChangeStreamDocument<Doc>[]> {
  const came: mongoose.mongo.ChangeStreamDocument<Doc>[] = [];
  let failed: { error: unknown } | undefined;
  let wake = (): void => undefined;
  const close = (): void => {
    void stream.close().catch(() => undefined);
    wake();
  };
  signal.addEventListener('abort', close, { once: true });

  try {
    // The driver opens the stream with its first request.
    const first = await stream.tryNext();
    if (first) came.push(first);
    yield [];
    void pump();
    while (!signal.aborted) {
      if (came.length > 0) yield came.splice(0, most);
      else if (failed) throw failed.error;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal.removeEventListener('abort', close);
  }

  async function pump(): Promise<void> {
    try {
      for (;;) {
        came.push(await stream.next());
        if (stream.bufferedCount() > 0) continue;
        if (came.length >= 10 * most) await drained();
        wake();
        await pause(lingerMs);
      }
    } catch (error) {
      failed = { error };
      wake();
    }
  }

  async function drained(): Promise<void> {
    wake();
    while (came.length >= most && !signal.aborted) await pause(5);
  }
}

import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Outside } from '../../../services/staff/src/outside.js';
import type { Received } from '../look.js';

/** What came of a call, by whoever held the receiver: whether it was connected, and whether anything was said about the debt. */
export type Came = { connected: boolean; conversation: boolean };

/**
 * What may come of a call here: nothing that stops the next one, so that only the law does. What each means is written down here once more,
 * by 12 CFR 1006.14(b) and its comments (a message left is a connection, a talk is a conversation), so that a wrong table of ours shows.
 */
const answers = {
  'no-answer': { connected: false, conversation: false },
  busy: { connected: false, conversation: false },
  voicemail: { connected: true, conversation: false },
  'hung-up-before-verification': { connected: true, conversation: false },
  refuses: { connected: true, conversation: true },
} as const satisfies Partial<Record<OutcomeCode, Came>>;

const codes = Object.keys(answers) as (keyof typeof answers)[];

/** A call as the line carried it, by a clock that only runs forward: ms from when it rang until it was hung up. */
export type OnTheLine = { id: string; to: string; from: number; over?: number };

export type Telephones = Outside & {
  log: Received[];
  /** In the order in which they rang. */
  lines: OnTheLine[];
  /** What the caller heard, by the id under which it dialled. */
  heard: Map<string, Came>;
};

/** Telephones of the senders' own, with a log of their own: when each rang, by the clock they all go by, and what came of it. */
export function telephones(now: () => Promise<string>): Telephones {
  const log: Received[] = [];
  const lines: OnTheLine[] = [];
  const heard = new Map<string, Came>();
  return {
    log,
    lines,
    heard,
    async speak(kind, id, to) {
      const code = codes[Math.floor(Math.random() * codes.length)] ?? 'no-answer';
      log.push({ id, channel: kind, to, at: await now() });
      heard.set(id, answers[code]);
      if (kind === 'call') {
        const line: OnTheLine = { id, to, from: performance.now() };
        lines.push(line);
        // Long enough for another to ring into it, were it let go.
        await sleep(30);
        line.over = performance.now();
      }
      return { code, details: answers[code].conversation ? { arrearsReason: 'other' } : {} };
    },
  };
}

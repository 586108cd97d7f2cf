import type { OutcomeDetails } from '@recourse/domain/case/act-outcome';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import type { Wish } from '@recourse/domain/contact/wish';
import { outcomeTable } from '@recourse/domain/contact/outcome-table';

export type Heard = { code: OutcomeCode; details?: OutcomeDetails; wishes?: Wish[] };

/** Dials a number or rings at a door and reports what came of it. The same id again is the same call. */
export type Outside = { speak(kind: 'call' | 'visit', id: string, to: string): Promise<Heard> };

const timeOutMs = 5_000;
const tries = 3;

/** The world outside as the sandbox plays it (`docs/sandbox-protocol.md`). @throws when it does not answer in three tries */
export function playedOutside(sandboxUrl: string): Outside {
  async function ask(path: string, body: object): Promise<Heard> {
    const response = await fetch(`${sandboxUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeOutMs),
    });
    if (!response.ok) throw new Error(`the sandbox answered ${response.status} to ${path}`);
    const heard = (await response.json()) as Heard;
    if (!Object.hasOwn(outcomeTable, heard.code)) throw new Error(`the sandbox answered ${path} with an unknown code`);
    return heard;
  }

  return {
    async speak(kind, id, to) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await ask(kind === 'call' ? '/dial' : '/visit', { id, to });
        } catch (error) {
          if (attempt === tries) throw error;
        }
      }
    },
  };
}

import type { ArrangementKind } from '@recourse/domain/arrangements/arrangement-kind';
import type { Minor } from '@recourse/domain/money/money';
import type { Day } from '@recourse/domain/calendar/day';
import type { Instant } from '@recourse/domain/calendar/instant';

/** What somebody asks for in writing. `parts` monthly, the first so many days from now; `percentOff`: of all that is owed. */
export type Asks = { kind: ArrangementKind; parts: number; firstInDays: number; percentOff?: number };

/** A letter from outside; `number` counts them from 1. */
export type Letter = { number: number; at: Instant; loan: string; person: string } & (
  | { says: 'asks'; asks: Asks }
  | { says: 'signed'; agreement: string; hash: string; on: Day }
);

/** What is sent to be signed. */
export type Paper = {
  id: string;
  loan: string;
  hash: string;
  kind: ArrangementKind;
  schedule: { dueOn: Day; amount: Minor }[];
};

/** Letters in and out. */
export type LetterBox = { after(number: number): Promise<Letter[]>; send(paper: Paper): Promise<void> };

const timeOutMs = 5_000;

/** The post as the sandbox carries it (`docs/sandbox-protocol.md`). @throws when it does not answer */
export function playedLetterBox(sandboxUrl: string): LetterBox {
  async function ask(path: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(`${sandboxUrl}${path}`, { ...init, signal: AbortSignal.timeout(timeOutMs) });
    if (!response.ok) throw new Error(`the sandbox answered ${response.status} to ${path}`);
    return response.json();
  }
  return {
    after: async (number) => (await ask(`/letters?after=${number}`)) as Letter[],
    async send(paper) {
      const headers = { 'content-type': 'application/json' };
      await ask('/agreements', { method: 'POST', headers, body: JSON.stringify(paper) });
    },
  };
}

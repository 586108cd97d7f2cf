import type { Day, Instant } from './local-time.js';

/** What somebody asks the lender for. `parts` monthly, the first so many days from now; `percentOff`: of all that is owed. */
export type Asks = {
  kind: 'repayment-plan' | 'deferral' | 'hardship' | 'settlement';
  parts: number;
  firstInDays: number;
  percentOff?: number;
};

/** One letter to the lender; `number` counts them from 1. A signed agreement names what stands on the paper. */
export type Letter = { number: number; at: Instant; loan: string; person: string } & (
  | { says: 'asks'; asks: Asks }
  | { says: 'signed'; agreement: string; hash: string; on: Day }
);

type NewLetter = Letter extends infer L ? (L extends Letter ? Omit<L, 'number'> : never) : never;

/** The lender's letter box: whoever reads it says how far they have read. */
export type LetterBox = { put(letter: NewLetter): void; after(number: number): Letter[] };

export function openLetterBox(): LetterBox {
  const letters: Letter[] = [];
  return {
    put: (letter) => void letters.push({ ...letter, number: letters.length + 1 }),
    after: (number) => letters.slice(number),
  };
}

import type { LoanScript } from '../loan-script.js';

/** When a loan enters: a first miss in the first to fourth month (due on the 1st, 10th or 20th), or taken on with days past due. */
export type Entry =
  | { month: 0 | 1 | 2 | 3; due: 0 | 1 | 2 }
  /** Days past due on the portfolio's first day. */
  | { dpd: number };

export type ProductKey = 'c' | 'h' | 's' | 't' | 'k' | 'L' | 'a' | 'U' | 'M' | 'B';

/** One loan to be made. `atLeast`: of the principal, in thousands; for those who are to be worth a visit. */
export type Seat = { entry: Entry; product: ProductKey; script: LoanScript; atLeast: number };

/** Loans that behave alike, in the order in which smaller portfolios take them. */
export type Recipe = { seats: readonly Seat[]; inPairs: boolean };

const months = { d: 0, j: 1, f: 2, m: 3 } as const;
const daysPastDue: Record<string, readonly number[]> = {
  T: [20],
  F: [50],
  P: [80],
  G: [130],
  H: [200],
  Z: [1_096, 1_096, 1_060, 520, 1_100, 640],
};

function entryOf(letter: string, nth: number, due: number): Entry {
  if (letter in months) return { month: months[letter as keyof typeof months], due: (due % 3) as 0 | 1 | 2 };
  const ages = daysPastDue[letter];
  const dpd = ages?.[nth % ages.length];
  if (dpd === undefined) throw new Error(`no entry is called ${letter}`);
  return { dpd };
}

/**
 * One loan for each letter of both. `entries`: d j f m = first month to fourth, T F P G H Z = taken on at 20, 50, 80, 130, 200, 400-1,100 days.
 * `products`: the keys of `products.ts`. `inPairs`: two by two one person's, falling due on one day.
 */
export function recipe(
  entries: string,
  products: string,
  script: LoanScript | ((nth: number) => LoanScript),
  {
    atLeast = 0,
    inPairs = false,
    firstNth = 0,
  }: { atLeast?: number | number[]; inPairs?: boolean; firstNth?: number } = {},
): Recipe {
  if (entries.length !== products.length) throw new Error(`${entries} and ${products} must be as long as one another`);
  const seats = entries.split('').map((letter, nth) => ({
    entry: entryOf(letter, nth + firstNth, inPairs ? nth >> 1 : nth),
    product: products[nth] as ProductKey,
    script: typeof script === 'function' ? script(nth) : script,
    atLeast: typeof atLeast === 'number' ? atLeast : (atLeast[nth] ?? 0),
  }));
  return { seats, inPairs };
}

import type { Tally } from './tally.js';

/** What two strategies are held against each other by: minor units, or how many. */
export const comparedFigures = ['recovered', 'arrearsAtEnd', 'cost', 'net', 'contacts', 'cured'] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

const contactsOf = ({ contacts }: Tally): number => Object.values(contacts).reduce((sum, { made }) => sum + made, 0);
export const costOf = ({ cost }: Pick<Tally, 'cost'>): number => cost.contacts + cost.commission + cost.referral;

/** The figures of one loan, or of many. `net`: what was recovered less what it cost. */
export const figuresOf = (tally: Tally): Record<ComparedFigure, number> => ({
  recovered: tally.recovered,
  arrearsAtEnd: tally.arrearsAtEnd,
  cost: costOf(tally),
  net: tally.recovered - costOf(tally),
  contacts: contactsOf(tally),
  cured: tally.cases.cured,
});

/** Sums over loans of the differences and of their squares; whole numbers without bounds, so that no order of adding shows. */
export type PairedDifference = { loans: number; sums: Record<ComparedFigure, { sum: bigint; squares: bigint }> };

export const noDifference = (): PairedDifference => ({
  loans: 0,
  sums: Object.fromEntries(
    comparedFigures.map((figure) => [figure, { sum: 0n, squares: 0n }]),
  ) as PairedDifference['sums'],
});

export type Figures = Record<ComparedFigure, number>;

/** What one loan adds to the figures of a tally. */
export const figuresSince = (before: Figures, after: Tally): Figures => {
  const figures = figuresOf(after);
  for (const figure of comparedFigures) figures[figure] -= before[figure];
  return figures;
};

/** Adds one loan, as it went under the one strategy and under the other. */
export const addPair = (into: PairedDifference, one: Figures, other: Figures): void => {
  into.loans += 1;
  for (const figure of comparedFigures) {
    const difference = BigInt(other[figure] - one[figure]);
    into.sums[figure].sum += difference;
    into.sums[figure].squares += difference * difference;
  }
};

export const addDifferences = (into: PairedDifference, from: PairedDifference): void => {
  into.loans += from.loans;
  for (const figure of comparedFigures) {
    into.sums[figure].sum += from.sums[figure].sum;
    into.sums[figure].squares += from.sums[figure].squares;
  }
};

/** Standard errors to each side of 95 in a hundred. */
const ninetyFive = 1.96;

/**
 * The other strategy less the one, over all loans, with the interval in which 95 of 100 portfolios of such loans would put it: the loans are
 * taken as drawn, each played under both on the same luck. It says nothing of how true the model is. `from` and `to` absent: one loan alone.
 */
export type Difference = { total: number; from?: number; to?: number };

export const differenceIn = ({ loans, sums }: PairedDifference, figure: ComparedFigure): Difference => {
  const { sum, squares } = sums[figure];
  const total = Number(sum);
  if (loans < 2) return { total };
  const spread = Number(squares * BigInt(loans) - sum * sum) / (loans * (loans - 1));
  const error = Math.sqrt(Math.max(0, spread) * loans);
  return { total, from: Math.round(total - ninetyFive * error), to: Math.round(total + ninetyFive * error) };
};

import { z } from 'zod';
import { addDays } from '../calendar/day-arithmetic.js';
import type { PortfolioRow } from './portfolio-row.js';
import { pickShare } from './pick-share.js';
import { throwsOf, type Throws } from './throws-of.js';

const whole = z.int('must be a whole number').min(0, 'must not be below 0');
const share = z.number('must be a number').min(0, 'must be 0 to 100').max(100, 'must be 0 to 100');
const span = z
  .strictObject({ from: whole, to: whole })
  .refine(({ from, to }) => from <= to, { error: 'must not be below from', path: ['to'] });

/** What portfolios are drawn by (`policies/simulation/portfolio.yaml`, which says what each field means). */
export const drawnPortfolioShape = z.strictObject({
  portfolio: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
  version: z.int().min(1),
  asOf: z.iso.date('must be a day that exists, YYYY-MM-DD'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency of three letters'),
  zone: z.string().min(1),
  jurisdiction: z.string().min(1),
  language: z.string().regex(/^[a-z]{2}$/, 'must be a language of two letters, such as zh'),
  products: z
    .array(
      z.strictObject({
        product: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
        share,
        principal: span.refine(({ from }) => from > 0, { error: 'must be above 0', path: ['from'] }),
        interest: span,
        instalments: span.refine(({ from }) => from > 0, { error: 'must be above 0', path: ['from'] }),
        graceDays: whole.max(60, 'must be 0 to 60'),
        tolerance: whole,
      }),
    )
    .min(1, 'must not be empty'),
  overdue: z
    .array(z.strictObject({ from: whole.min(1, 'must be 1 or more'), to: whole, share }))
    .refine((spans) => spans.every(({ from, to }) => from <= to), 'must each end after it begins')
    .refine((spans) => spans.reduce((sum, each) => sum + each.share, 0) <= 100, 'must not be more than 100'),
  points: z.strictObject({ mobile: share, email: share, app: share, im: share, address: share }),
});

export type DrawnPortfolio = z.infer<typeof drawnPortfolioShape>;

const between = ({ from, to }: { from: number; to: number }, thrown: number): number =>
  from + Math.floor(thrown * (to - from + 1));

/** Days until something is due that is not overdue: within a month. */
const monthDays = 28;

const dueDaysBefore = ({ overdue }: DrawnPortfolio, throws: Throws): number => {
  let left = throws('overdue', 0) * 100;
  for (const { share: of, ...days } of overdue) {
    left -= of;
    if (left < 0) return between(days, throws('dpd', 0));
  }
  return -Math.floor(throws('due', 0) * monthDays);
};

/** The `nth` loan of a portfolio (from 1), the same for the same seed whoever draws it and how many there are. */
export const drawnLoan = (by: DrawnPortfolio, seed: string, nth: number): PortfolioRow => {
  const loan = `S${String(nth).padStart(7, '0')}`;
  const throws = throwsOf(`portfolio\u0000${seed}`, loan);
  const name = pickShare(
    by.products.map((each) => [each.product, each.share] as const),
    throws('product', 0),
  );
  const product = by.products.find((each) => each.product === name) ?? by.products[0];
  if (!product) throw new Error('a portfolio without products');
  const { asOf, currency, zone, jurisdiction, language } = by;
  const kinds = ['mobile', 'email', 'app', 'im', 'address'] as const;
  return {
    loan,
    product: product.product,
    currency,
    zone,
    jurisdiction,
    language,
    asOf,
    dueOn: addDays(asOf, -dueDaysBefore(by, throws)),
    instalmentsLeft: between(product.instalments, throws('instalments', 0)),
    principal: between(product.principal, throws('principal', 0)),
    interest: between(product.interest, throws('interest', 0)),
    graceDays: product.graceDays,
    tolerance: product.tolerance,
    points: kinds.filter((kind) => throws(`has ${kind}`, 0) * 100 < by.points[kind]),
    agreed: [],
  };
};

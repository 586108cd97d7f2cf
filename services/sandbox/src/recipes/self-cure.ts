import { type LoanScript, script } from '../loan-script.js';
import { afterMiss, afterPayment } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const shows = 'cured-by-day-5' as const;
/** Days 1 to 5 past due, by turns. */
const pays = (nth: number) => afterMiss(nth % 4, shows);
const cure =
  (more: LoanScript['shows'], differs: (nth: number) => Partial<LoanScript> = () => ({})) =>
  (nth: number) =>
    script('self-cure', [shows, ...more], { pays: [pays(nth)], ...differs(nth) });
const then = (days: number, nth = 1) => afterMiss(days, 'missed-again', {}, nth);

/**
 * Pay by day 5 of their own accord: 60 loans, 5 of them told of by records nobody can read. The first that leaves a residue and the first whose
 * miss is told late are owed by who dies with a third loan at an agency (`persons-of-seats.ts`): overdue again by then, for good.
 */
export const selfCure: readonly Recipe[] = [
  recipe('dddjjjfm', 'kkkkkkkk', (nth) =>
    script('self-cure', [shows, 'residue'], {
      pays: [
        afterMiss(nth % 2, shows, { amount: { leaving: 650 } }),
        ...(nth === 0 ? [afterPayment(8, 'residue')] : []),
      ],
      ...(nth === 0 && { misses: [0, 1] }),
    }),
  ),
  recipe(
    'ddjmf',
    'UBcsh',
    cure(['event-twice'], () => ({ paymentsTwice: true })),
  ),
  recipe('ddjf', 'Ukcs', (nth) =>
    script('self-cure', [shows, 'overpaid'], { pays: [afterMiss(nth % 4, shows, { amount: { plus: 5_000 } })] }),
  ),
  recipe(
    'dddjj',
    'UMcsc',
    cure(['payment-reversed'], (nth) => ({
      pays: [pays(nth), { after: { on: 'reversal', days: 8 }, amount: 'arrears', shows: 'payment-reversed' }],
      reversed: { nth: 1, days: 3 },
    })),
  ),
  recipe(
    'ddjj',
    'BcLk',
    cure(['missed-again'], (nth) => ({ misses: [0, 1], pays: [pays(nth), then(6)] })),
  ),
  recipe(
    'djfm',
    'UUhB',
    cure(['debit-failed'], () => ({ debitFails: true, pays: [afterMiss(4, shows)] })),
  ),
  recipe('djf', 'UMB', (nth) =>
    script('self-cure', [shows, 'paid-by-third-party'], {
      pays: [afterMiss(nth, shows, { payer: 'third-party' })],
    }),
  ),
  recipe('dddjjf', 'UBccsL', (nth) =>
    script('self-cure', [shows, 'event-late'], { pays: [afterMiss(nth % 3, shows, { toldLaterDays: 2 })] }),
  ),
  recipe(
    'dddjjm',
    'ccskLh',
    cure(['event-reordered'], (nth) => ({
      missToldLate: 1,
      misses: [0, 1],
      pays: [pays(nth), nth === 0 ? { ...then(0), amount: { percent: 50 } } : then(0)],
    })),
  ),
  recipe(
    'ddjjf',
    'cscsc',
    script('self-cure', [shows, 'poisoned-payment'], { nonsense: { what: 'payment', how: 'cut-short' } }),
  ),
  recipe(
    'ddd',
    'scs',
    cure(['wrong-sums'], () => ({ nonsense: { what: 'miss' }, pays: [afterMiss(3, shows)] })),
  ),
  recipe(
    'd',
    'c',
    script('self-cure', [shows, 'wrong-currency'], {
      nonsense: { what: 'payment', how: 'wrong-currency' },
    }),
  ),
  recipe(
    'dj',
    'cL',
    script('self-cure', [shows, 'unknown-loan'], { nonsense: { what: 'payment', how: 'unknown-loan' } }),
  ),
  recipe(
    'dj',
    'ck',
    cure(['paid-off'], () => ({ instalmentsLeft: 1 })),
  ),
  // In Massachusetts, and so long overdue the second time that messages and calls use up what a week allows.
  recipe(
    'd',
    'M',
    cure(['missed-again'], (nth) => ({ misses: [0, 2], pays: [pays(nth), then(18)] })),
  ),
  // Missed again when the watching is over: another episode.
  recipe(
    'd',
    'L',
    cure(['missed-again'], (nth) => ({ misses: [0, 5], pays: [pays(nth), then(6)] })),
  ),
];

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditLaw, creditLoan, furnishRead, playMonths, shanghai } from '../../../test/builders/credit-loan.js';
import { addDays } from '../calendar/day-arithmetic.js';
import type { LoanFact } from '../case/loan-fact.js';
import { emptyPosition, foldLoanFact } from '../money/fold-position.js';
import type { Position } from '../money/position.js';
import { addRow, noTotals } from './control-totals.js';
import { creditState, isAdverse } from './credit-state.js';
import { judgeFurnishing } from './judge-furnishing.js';
import { laterMonth, monthEnd, monthOf } from './month.js';

const missed = ['2025-12-10', '2026-01-10', '2026-02-10'];
const months = ['2025-12', '2026-01', '2026-02', '2026-03'];
const anyDay = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));
const anyPaid = (from: string, days: number) =>
  fc.array(fc.record({ on: anyDay(from, days), amount: fc.integer({ min: 1, max: 250_000 }) }), { maxLength: 5 });
/** What is known of the loan at the end of a month: money told in time. */
const knownBy = (month: string, paid: readonly { on: string; amount: number }[]) =>
  creditLoan(
    missed.filter((due) => due <= monthEnd(month)),
    paid.filter(({ on }) => on <= monthEnd(month)),
  );

describe('credit records', () => {
  it('of a month are what they are, whatever is paid in a later one', () => {
    fc.assert(
      fc.property(anyPaid('2025-12-10', 21), anyPaid('2026-01-01', 60), (before, after) => {
        const then = creditState(creditLoan(missed, before), '2025-12');
        const { balance: _then, ...conduct } = then;
        expect(creditState(creditLoan(missed, [...before, ...after]), '2025-12')).toMatchObject(conduct);
      }),
    );
  });

  it('are only added to by payments told in their month: no correction, and every bad month stays in the history', () => {
    fc.assert(
      fc.property(anyPaid('2025-12-10', 110), (paid) => {
        const { verdicts } = playMonths(months.map((month) => ({ loan: knownBy(month, paid), month })));
        const rows = verdicts.flatMap((verdict) => verdict.rows);
        expect(rows.filter(({ kind }) => kind !== 'first' && kind !== 'update')).toEqual([]);
        const bad = rows.filter(({ adverse }) => adverse).map(({ month }) => month);
        const last = rows.at(-1);
        const shown = [...(last?.history ?? []), ...(last ? [{ ...last.state, month: last.month }] : [])];
        expect(shown.filter(isAdverse).map(({ month }) => month)).toEqual(bad);
      }),
    );
  });

  it('are corrected where what was told is not so, there only, and once', () => {
    fc.assert(
      fc.property(anyPaid('2025-12-10', 110), anyPaid('2025-12-10', 80), (paid, toldLate) => {
        const known = months.map((month) => ({ loan: knownBy(month, paid), month }));
        const now = creditLoan(missed, [...paid, ...toldLate]);
        const then = [laterMonth('2026-03', 1), laterMonth('2026-03', 2)].map((month) => ({ loan: now, month }));
        const { furnished } = playMonths(known);
        const { verdicts } = playMonths([...known, ...then]);
        const corrected = (verdicts[4]?.rows ?? []).filter(({ kind }) => kind === 'correction');
        const wrong = furnished.filter(({ month, state }) => {
          const so = creditState(now, month);
          return so.overdue !== state.overdue || so.dpd !== state.dpd || so.standing !== state.standing;
        });
        expect(corrected.map(({ month }) => month)).toEqual(wrong.map(({ month }) => month));
        expect((verdicts[5]?.rows ?? []).filter(({ kind }) => kind === 'correction')).toEqual([]);
      }),
    );
  });

  it('come out the same from the same events in whatever order they arrived', () => {
    const facts = fc.array(
      fc.record({ on: anyDay('2025-12-10', 60), amount: fc.integer({ min: 1, max: 150_000 }), back: fc.boolean() }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        facts.chain((paid) => {
          const all = paid.flatMap(({ on, amount, back }, index): LoanFact[] => {
            const paymentId = `p${index}`;
            const head = { eventId: `e${index}`, occurredAt: `${on}T01:00:00.000Z` };
            const money = { paymentId, amount, currency: 'CNY', valueDate: on, receivedAt: head.occurredAt };
            const reversal = { paymentId, reversedOn: addDays(on, 9), reason: 'returned' } as const;
            return [
              { ...head, type: 'payment-received', method: 'transfer', payer: 'debtor', ...money },
              ...(back ? [{ ...head, eventId: `r${index}`, type: 'payment-reversed', ...reversal } as const] : []),
            ];
          });
          return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
        }),
        ([one, other]) => {
          const instalments = creditLoan(missed).position.instalments;
          const fold = (events: readonly LoanFact[]): Position =>
            events.reduce<Position>(
              (position, event) => {
                const folded = foldLoanFact(position, event);
                if ('refused' in folded) throw new Error(folded.reason);
                return folded.position;
              },
              { ...emptyPosition('CNY'), instalments },
            );
          for (const month of months)
            expect(creditState({ ...creditLoan([]), position: fold(other), zone: shanghai }, month)).toEqual(
              creditState({ ...creditLoan([]), position: fold(one), zone: shanghai }, month),
            );
        },
      ),
    );
  });

  it('of bad months come only with a notice that was proved, whatever else is known', () => {
    fc.assert(
      fc.property(anyPaid('2025-12-10', 110), fc.constantFrom(...months), (paid, month) => {
        const read = furnishRead(creditLoan(missed, paid), month, { notices: [] });
        const { rows, withheld } = judgeFurnishing(read, month, creditLaw);
        expect(rows.filter(({ adverse }) => adverse)).toEqual([]);
        const bad = isAdverse(creditState(read.loan, month));
        expect(withheld?.because).toBe(bad ? 'notice-not-given' : undefined);
      }),
    );
  });

  it('sum to the control totals of their file', () => {
    fc.assert(
      fc.property(fc.array(anyPaid('2025-12-10', 60), { maxLength: 6 }), (loans) => {
        const totals = noTotals();
        const rows = loans.flatMap((paid) =>
          playMonths([{ loan: creditLoan(missed, paid), month: '2026-02' }]).verdicts.flatMap(
            (verdict) => verdict.rows,
          ),
        );
        for (const row of rows) addRow(totals, row);
        const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + of(row), 0);
        expect(totals.rows).toBe(rows.length);
        expect(totals.overdue['CNY'] ?? 0).toBe(sum(({ state }) => state.overdue));
        expect(totals.balance['CNY'] ?? 0).toBe(sum(({ state }) => state.balance));
        expect(Object.values(totals.kinds).reduce((a, b) => a + b, 0)).toBe(rows.length);
        expect(totals.adverse).toBe(sum(({ adverse }) => (adverse ? 1 : 0)));
      }),
    );
  });
});

it('months follow on one another over a year and know their last day', () => {
  expect(laterMonth('2025-12', 1)).toBe('2026-01');
  expect(laterMonth('2026-01', -1)).toBe('2025-12');
  expect(['2026-02', '2028-02', '2026-12'].map(monthEnd)).toEqual(['2026-02-28', '2028-02-29', '2026-12-31']);
  expect(monthOf('2026-03-31')).toBe('2026-03');
});

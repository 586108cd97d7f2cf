import { expect, it } from 'vitest';
import { creditLoan } from '../../../test/builders/credit-loan.js';
import { owedForArrangement } from '../arrangements/owed-for-arrangement.js';
import { creditState } from '../credit-reporting/credit-state.js';
import { allocationOf } from './allocation-of.js';
import { sumOf } from './components.js';

const before = { on: '2025-12-05', amount: 50_000 };
const charge = { chargeId: 'c1', component: 'fees', amount: 7_000, dueOn: '2026-01-05' } as const;
const waiver = { waiverId: 'w1', of: { instalment: 1, component: 'interest' }, waivedOn: '2026-01-05' } as const;
const paid = { on: '2025-12-20', amount: 30_000 };
const out = { outId: 'o1', kind: 'chargeback', amount: 30_000, on: '2026-01-05', paymentId: 'p0' } as const;

// Servicing told a total of 12,000.00 on 2025-12-10.
it.each([
  ['nothing happened since', [], {}, 1_200_000],
  ['money of before is booked back after it', [{ ...before, reversedOn: '2026-01-05' }], {}, 1_250_000],
  ['money of before had been booked back by then', [{ ...before, reversedOn: '2025-12-08' }], {}, 1_200_000],
  ['money came since', [paid], {}, 1_170_000],
  ['money came since and was booked back', [{ ...paid, reversedOn: '2026-01-05' }], {}, 1_200_000],
  ['part of an instalment is waived', [], { waivers: [{ ...waiver, amount: 4_000 }] }, 1_196_000],
  ['more is waived than there is', [], { waivers: [{ ...waiver, amount: 40_000 }] }, 1_190_000],
  ['a waiver is withdrawn', [], { waivers: [{ ...waiver, amount: 4_000, withdrawnOn: '2026-01-09' }] }, 1_200_000],
  ['something is charged', [], { charges: [charge] }, 1_207_000],
  ['the bank took money back', [paid], { moneyOut: [out] }, 1_200_000],
  ['a payment takes its chargeback with it', [{ ...paid, reversedOn: '2026-01-09' }], { moneyOut: [out] }, 1_200_000],
])(
  'a bureau is told, and people arrange, the same of all that is owed in January, when %s',
  (_what, payments, how, balance) => {
    const loan = creditLoan(['2025-12-10'], payments);
    const position = { ...loan.position, ...how };

    expect(creditState({ ...loan, position }, '2026-01').balance).toBe(balance);
    expect(sumOf(owedForArrangement(position, allocationOf(loan.terms)).all.owed)).toBe(balance);
  },
);

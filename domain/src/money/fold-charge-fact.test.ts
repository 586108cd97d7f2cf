import { describe, expect, it } from 'vitest';
import type { ChargeFact } from './charge-fact.js';
import { foldChargeFact } from './fold-charge-fact.js';
import { emptyPosition } from './fold-position.js';
import type { Position } from './position.js';

const money = { currency: 'CNY' };
const added: ChargeFact = {
  ...money,
  type: 'charge-added',
  chargeId: 'c',
  component: 'fees',
  amount: 50,
  dueOn: '2026-02-01',
};
const waived: ChargeFact = {
  ...money,
  type: 'amount-waived',
  waiverId: 'w',
  of: { chargeId: 'c' },
  amount: 20,
  waivedOn: '2026-02-05',
};
const withdrawn: ChargeFact = { ...money, type: 'waiver-withdrawn', waiverId: 'w', withdrawnOn: '2026-02-10' };
const out: ChargeFact = {
  ...money,
  type: 'money-out',
  outId: 'o',
  kind: 'chargeback',
  paymentId: 'p',
  amount: 10,
  on: '2026-02-07',
};

const fold = (...facts: ChargeFact[]): Position =>
  facts.reduce((position, fact) => {
    const folded = foldChargeFact(position, fact);
    if ('refused' in folded) throw new Error(folded.reason);
    return folded.position;
  }, emptyPosition('CNY'));

describe('charges, waivers and money that left', () => {
  it('come to the same position in any order of arrival, a withdrawal before its waiver included', () => {
    const known = fold(added, waived, withdrawn, out);
    expect(fold(out, withdrawn, waived, added)).toEqual(known);
    expect(known).toMatchObject({ waivers: [{ waiverId: 'w', withdrawnOn: '2026-02-10' }] });
    expect(known).not.toHaveProperty('earlyWithdrawals');
    expect(fold(withdrawn)).toMatchObject({ earlyWithdrawals: [{ waiverId: 'w', withdrawnOn: '2026-02-10' }] });
  });

  it('change nothing when they are told again: the same object comes back', () => {
    const known = fold(added, waived, withdrawn, out);
    for (const again of [added, waived, withdrawn, out]) {
      const folded = foldChargeFact(known, again);
      expect('position' in folded && folded.position).toBe(known);
    }
    const early = fold(withdrawn);
    const folded = foldChargeFact(early, withdrawn);
    expect('position' in folded && folded.position).toBe(early);
  });

  it.each<[string, ChargeFact, object]>([
    [
      'a charge with another amount',
      { ...added, amount: 51 } as ChargeFact,
      { refused: 'charge-differs', field: 'amount' },
    ],
    [
      'a charge with another due day',
      { ...added, dueOn: '2026-02-02' } as ChargeFact,
      { refused: 'charge-differs', field: 'dueOn' },
    ],
    [
      'a waiver of another charge',
      { ...waived, of: { chargeId: 'd' } } as ChargeFact,
      { refused: 'waiver-differs', field: 'of' },
    ],
    [
      'another day of withdrawal',
      { ...withdrawn, withdrawnOn: '2026-02-11' } as ChargeFact,
      { refused: 'waiver-differs', field: 'withdrawnOn' },
    ],
    [
      'money out on another day',
      { ...out, on: '2026-02-08' } as ChargeFact,
      { refused: 'money-out-differs', field: 'on' },
    ],
    [
      'another currency',
      { ...added, chargeId: 'z', currency: 'USD' } as ChargeFact,
      { refused: 'currency-differs', field: 'currency' },
    ],
    [
      'a charge of nothing',
      { ...added, chargeId: 'z', amount: 0 } as ChargeFact,
      { refused: 'amount-invalid', field: 'amount' },
    ],
    [
      'a waiver of less than nothing',
      { ...waived, waiverId: 'z', amount: -1 } as ChargeFact,
      { refused: 'amount-invalid', field: 'amount' },
    ],
    [
      'money out of part of a fen',
      { ...out, outId: 'z', amount: 0.5 } as ChargeFact,
      { refused: 'amount-invalid', field: 'amount' },
    ],
    [
      'a charge beyond safe integers',
      { ...added, chargeId: 'z', amount: 2 ** 53 } as ChargeFact,
      { refused: 'amount-invalid' },
    ],
  ])('%s is refused by field and reason, and the first telling stays', (_, fact, expected) => {
    const folded = foldChargeFact(fold(added, waived, withdrawn, out), fact);
    expect(folded).toMatchObject(expected);
    expect('reason' in folded && folded.reason.length).toBeGreaterThan(10);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainMoney, type ExplainMoney } from './explain-money.js';

const example = join(repoRoot, 'examples/explain/consumer-loan.json');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recourse-explain-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

type Loan = {
  asOf: string;
  contract: Record<string, unknown>;
  events: Record<string, unknown>[];
} & Record<string, unknown>;

const changed = (change: (loan: Loan) => void): string => {
  const loan = JSON.parse(readFileSync(example, 'utf8')) as Loan;
  change(loan);
  const file = join(dir, 'loan.json');
  writeFileSync(file, JSON.stringify(loan));
  return file;
};
const explain = (what: ExplainMoney['what'], input: string): string[] =>
  explainMoney({ what, input, json: false, lang: 'en' });

describe('a file that cannot be explained', () => {
  const fee = { type: 'charge-added', chargeId: 'c-1', component: 'fees', amount: 5_000, dueOn: '2026-02-20' };
  const back = (outId: string, amount: number) => ({
    type: 'money-out',
    outId,
    kind: 'chargeback',
    amount,
    on: '2026-05-10',
    paymentId: 'p-1',
  });
  it.each<[string, (loan: Loan) => void, string]>([
    [
      'has a negative amount',
      ({ events }) => (events[3]!['amount'] = -1),
      'events[3].amount: must be whole minor units, above zero, at most 9007199254740991 [amount-invalid]',
    ],
    ['has part of a fen', ({ events }) => (events[3]!['amount'] = 0.5), '[amount-invalid]'],
    ['has an amount beyond safe integers', ({ events }) => (events[3]!['amount'] = 2 ** 53), '[amount-invalid]'],
    [
      'sums beyond them',
      ({ events }) => (events[3]!['amount'] = 2 ** 53 - 1),
      'events: come to more than a safe integer of minor units [amount-too-large]',
    ],
    [
      'is in an unknown currency',
      ({ contract }) => (contract['currency'] = 'CNX'),
      'contract.currency: is not an active ISO 4217 currency [currency-unknown]',
    ],
    ['has a payment in another currency', ({ events }) => (events[3]!['currency'] = 'USD'), '[currency-differs]'],
    [
      'has money before the contract',
      ({ events }) => (events[3]!['valueDate'] = '2025-12-09'),
      'events[3].valueDate: must not be before the contract began (2025-12-10) [before-contract-start]',
    ],
    ['has a day that does not exist', ({ events }) => (events[3]!['valueDate'] = '2026-02-30'), '[day-invalid]'],
    [
      'reverses a payment it does not have',
      ({ events }) => (events[5]!['paymentId'] = 'p-9'),
      'events[5].paymentId: must be one that this file tells of [payment-unknown]',
    ],
    [
      'tells a payment twice, with other money',
      ({ events }) => events.push({ ...events[3], amount: 1 }),
      'events[6].amount: payment p-1 is known with amount 200000, not 1 [payment-differs]',
    ],
    [
      'waives a charge it does not have',
      ({ events }) =>
        events.push({ type: 'amount-waived', waiverId: 'w', of: { chargeId: 'c' }, amount: 1, waivedOn: '2026-03-01' }),
      'events[6].of.chargeId: must be one that this file tells of [charge-unknown]',
    ],
    [
      'allocates to some of the components alone',
      ({ contract }) => (contract['allocation'] = ['interest']),
      'contract.allocation: must name every component once: costs, fees, compound, penalty, damages, principal are missing [shape]',
    ],
    [
      'stops interest for no reason there is',
      (loan) => (loan['stops'] = [{ from: '2026-03-20', because: 'foo' }]),
      'stops[0].because: must be a reason to hold, such as dispute or repayment-plan [shape]',
    ],
    [
      'takes a payment back before it came',
      ({ events }) => (events[5]!['reversedOn'] = '2026-03-01'),
      'events[5].reversedOn: must not be before its payment came (2026-04-07) [before-its-cause]',
    ],
    [
      'waives a charge before there was one',
      ({ events }) =>
        events.push(
          { ...fee, raisedOn: '2026-02-18' },
          { type: 'amount-waived', waiverId: 'w', of: { chargeId: 'c-1' }, amount: 1, waivedOn: '2026-02-17' },
        ),
      'events[7].waivedOn: must not be before its charge began (2026-02-18) [before-its-cause]',
    ],
    [
      'withdraws a waiver before it was given',
      ({ events }) =>
        events.push(
          fee,
          { type: 'amount-waived', waiverId: 'w', of: { chargeId: 'c-1' }, amount: 1, waivedOn: '2026-02-25' },
          { type: 'waiver-withdrawn', waiverId: 'w', withdrawnOn: '2026-02-24' },
        ),
      'events[8].withdrawnOn: must not be before it was given (2026-02-25) [before-its-cause]',
    ],
    [
      'has a charge of an instalment it does not have',
      ({ events }) => events.push({ ...fee, instalment: 99 }),
      'events[6].instalment: must be one that this file tells of [instalment-unknown]',
    ],
    [
      'has more money out than its payment brought in',
      ({ events }) => events.push(back('o-1', 200_001)),
      'events[6].amount: must come, with what else left of payment p-1, to no more than it brought [more-than-came]',
    ],
    [
      'has one payment charged back twice',
      ({ events }) => events.push(back('o-1', 200_000), back('o-2', 200_000)),
      'events[7].amount: must come, with what else left of payment p-1, to no more than it brought [more-than-came]',
    ],
    [
      'has money out before its payment came',
      ({ events }) => events.push({ ...back('o-1', 1), on: '2026-03-01' }),
      'events[6].on: must not be before its payment came (2026-03-02) [before-its-cause]',
    ],
    [
      'tells the principal of a cap from a day after the first that is charged',
      (loan) => (loan['costs'] = { principal: [{ from: '2026-02-11', amount: 4_800_000 }] }),
      'costs.principal[0].from: must not begin after the first day that is charged (2026-02-10): a cap by yearly cost is reckoned on it [costs-missing]',
    ],
    [
      'is of a day beyond any contract',
      (loan) => (loan['asOf'] = '9999-12-31'),
      'asOf: must be within 100 years of contract.startOn [day-invalid]',
    ],
    [
      'has money of a day beyond any contract',
      ({ events }) => (events[3]!['valueDate'] = '9999-12-31'),
      'events[3].valueDate: must be within 100 years of contract.startOn [day-invalid]',
    ],
    [
      'has a payment without a name',
      ({ events }) => (events[3]!['paymentId'] = ''),
      'events[3].paymentId: must not be empty [shape]',
    ],
    [
      'has a payment whose name steers the terminal',
      ({ events }) => (events[3]!['paymentId'] = '\u001b[2J'),
      'events[3].paymentId: must not be blank, nor hold control characters [shape]',
    ],
    ['has a field nobody knows', (loan) => (loan['mood'] = 'bad'), 'mood: is not a known field [shape]'],
    [
      'tells no late charges',
      ({ contract }) => delete contract['lateCharges'],
      'contract.lateCharges: must be told to reckon them [late-charges-missing]',
    ],
    [
      'has terms that mean nothing',
      ({ contract }) => Object.assign(contract['lateCharges'] as object, { contractRatePpm: 0.12 }),
      'contract.lateCharges.contractRatePpm: must be whole millionths from 0 to 10000000 [rate-invalid]',
    ],
  ])('because it %s', (_, change, words) => {
    expect(() => explain('interest', changed(change))).toThrow(words);
  });

  it('or is no file, or no JSON', () => {
    const file = join(dir, 'none.json');
    expect(() => explain('dpd', file)).toThrow('no such file');
    writeFileSync(file, '{');
    expect(() => explain('dpd', file)).toThrow('is not JSON');
  });
});

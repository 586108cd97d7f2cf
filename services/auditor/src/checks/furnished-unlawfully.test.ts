import { expect, test } from 'vitest';
import { cleanEvidence, retold } from '../testing/clean-evidence.js';
import { creditRow, paidRow } from '../testing/credit-rows.js';
import { findsOnly } from '../testing/finds-only.js';
import { act, must, sms } from '../testing/plant.js';
import type { Evidence } from '../evidence.js';
import type { News } from '../news.js';
import { furnishedUnlawfully } from './furnished-unlawfully.js';

const untold = 'L2/2026-01/2026-01 tells something bad of P1, who was not proved to have been told before';
const hold = {
  id: 'h',
  reason: 'identity-theft',
  scope: { loan: 'L1' },
  stops: ['furnishing'],
  from: '2026-03-01T00:00:00.000Z',
};
/** The case of L2 says that the notice was given. */
const noted = (evidence: Evidence, instalments = [1]): Evidence =>
  retold(evidence, 't/L2/1', (facts) => [
    ...facts,
    {
      type: 'notice-given',
      at: '2026-01-31T00:00:00.000Z',
      notice: { kind: 'bad-information', instalments, provedOn: '2026-01-31', personId: 'P1' },
    },
  ]);

findsOnly('furnished-unlawfully', [
  ['something bad told of whom nobody told', ({ creditRows }) => void creditRows.push(creditRow()), untold],
  [
    'something bad told under a hold that stops furnishing',
    ({ creditRows, loans }) => {
      creditRows.push(paidRow());
      must(loans[0]).holds.push(hold);
    },
    'L1/2026-03/2026-03 went at 2026-04-01T12:00:00.000Z under the hold h (identity-theft)',
  ],
]);

/** As if the message on both loans had been the notice, proved in January. */
const withNotice = (evidence: Evidence): Evidence => {
  Object.assign(act(evidence, sms), { notice: 'bad-information', result: 'delivered', personId: 'P1' });
  must(act(evidence, sms).covers[0]).loanId = 'L2';
  act(evidence, sms).concludedAt = '2026-01-06T03:00:00.000Z';
  return evidence;
};
const found = (evidence: Evidence): string[] => {
  evidence.creditRows.push(creditRow());
  return furnishedUnlawfully(evidence).violations;
};

test('a notice is proved by the act that delivered it and by the case that noted it, of what is unpaid', () => {
  expect(found(noted(withNotice(cleanEvidence())))).toEqual([]);
  expect(found(noted(cleanEvidence()))).toEqual([untold]);
  expect(found(withNotice(cleanEvidence()))).toEqual([untold]);
  expect(found(noted(withNotice(cleanEvidence()), [2]))).toEqual([untold]);
});

test('a lateness that was cured and came again needs a notice of its own, one that went on does not', () => {
  const paidOn = (valueDate: string): string[] => {
    const evidence = noted(withNotice(cleanEvidence()));
    must(evidence.incoming.find(({ place }) => place === 'in/0/2')).news?.push(
      { news: 'instalment', number: 2, dueOn: '2026-02-10', due: 3_000, met: false },
      { news: 'payment', paymentId: 'p9', amount: 9_000, currency: 'CNY', valueDate },
    );
    const next = { row: 'L2/2026-02/2026-02', month: '2026-02', asOf: '2026-02-28', at: '2026-03-01T12:00:00.000Z' };
    evidence.creditRows.push(creditRow({ ...next, kind: 'update', dpd: 18, overdue: 3_000 }));
    return found(evidence);
  };

  expect(paidOn('2026-02-20')).toEqual([]);
  expect(paidOn('2026-02-05')).toEqual([untold.replaceAll('2026-01', '2026-02')]);
});

test('a mark goes under the dispute it marks, and under no other hold', () => {
  const marked = (reason: string): string[] => {
    const evidence = cleanEvidence();
    evidence.creditRows.push(paidRow({ kind: 'mark' }));
    must(evidence.loans[0]).holds.push({ ...hold, reason });
    return furnishedUnlawfully(evidence).violations;
  };

  expect(marked('credit-dispute')).toEqual([]);
  expect(marked('death')).toHaveLength(1);
});

test('what ended more than five years before is told no more in China', () => {
  const at = (instant: string): string[] => {
    const evidence = cleanEvidence();
    evidence.creditRows.push(paidRow({ at: instant, history: [{ month: '2026-01', standing: 'past-due' }] }));
    return furnishedUnlawfully(evidence).violations;
  };

  // L1 paid with the value date 2026-03-20.
  expect(at('2031-03-21T00:00:00.000Z')).toEqual([]);
  expect(at('2031-03-23T00:00:00.000Z')).toEqual([
    'L1/2026-03/2026-03 tells of 2026-01, which was over for more than five years',
  ]);
});

test.each<[string, News[]]>([
  [
    'a new schedule',
    [
      { news: 'instalment', number: 1, dueOn: '2026-01-01', due: 9_000, met: false, parts: { principal: 9_000 } },
      {
        news: 'schedule',
        id: 'r1',
        on: '2026-02-10',
        from: 1,
        to: 12,
        takenOver: { principal: 9_000 },
        numbers: [13],
      },
    ],
  ],
  [
    'an acceleration undone',
    [
      { news: 'acceleration', id: 'a1', on: '2026-01-01', from: 1, due: { principal: 9_000 } },
      { news: 'undoing', id: 'a1', undoneOn: '2026-02-10' },
    ],
  ],
])('what %s ended is over from that day on, not from the next payment', (_, news) => {
  const at = (instant: string): string[] => {
    const evidence = cleanEvidence();
    const later = { news: 'payment', paymentId: 'p9', amount: 10, currency: 'CNY', valueDate: '2026-03-20' } as const;
    for (const each of evidence.incoming) if (each.loan === 'L2') each.news = [];
    must(evidence.incoming.find(({ place }) => place === 'in/0/2')).news?.push(...news, later);
    evidence.creditRows.push(creditRow({ at: instant }));
    return furnishedUnlawfully(evidence).violations.filter((each) => each.includes('five years'));
  };

  expect(at('2031-02-11T00:00:00.000Z')).toEqual([]);
  expect(at('2031-02-13T00:00:00.000Z')).toEqual([
    'L2/2026-01/2026-01 tells of 2026-01, which was over for more than five years',
  ]);
});

test('in the United States nothing is told seven years and 180 days after the first delinquency', () => {
  const row = (at: string, month: string): string[] => {
    const evidence = noted(withNotice(cleanEvidence()));
    must(evidence.loans.find(({ loanId }) => loanId === 'L2')).jurisdiction = 'US-MA';
    const asOf = `${month}-30`;
    evidence.creditRows.push(creditRow({ row: 'r', at, month, asOf, order: 1 }));
    return furnishedUnlawfully(evidence).violations.filter((each) => each.includes('seven'));
  };

  // L2 is late since 2026-01-01; 180 days on is 2026-06-30.
  expect(row('2033-07-01T12:00:00.000Z', '2033-06')).toEqual([]);
  expect(row('2033-07-02T12:00:00.000Z', '2033-06')).toEqual([
    'r tells of 2033-06, late since more than seven years and 180 days',
  ]);
});

import type { IntakeRead, IntakeVerdict } from '@recourse/activities/intake/intake-store';
import { judgeIntake, unknownLoan } from '@recourse/activities/intake/judge-intake';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { describe, expect, test } from 'vitest';
import { loanRecord, type LoanRecordSpec, missed, paid, terms } from '../builders/loan-records.js';
import { noLaw } from '../builders/no-law.js';

const read = loanEventReader((zone) => zone === 'Asia/Shanghai' || zone === 'Asia/Tokyo');
const now = '2026-01-11T02:00:00.000Z';
const place = { topic: 't', partition: 0, offset: '1' };

function judge(spec: LoanRecordSpec, known: Partial<IntakeRead> = {}): IntakeVerdict {
  const answer = read(loanRecord(spec));
  if ('parked' in answer) throw new Error(`the event itself is bad: ${answer.parked.field} ${answer.parked.reason}`);
  const seen: IntakeRead = { now, wall: new Date(), tenantKnown: true, loansOfPerson: [], ...known };
  return judgeIntake(answer.event, place, seen, noLaw);
}
const loanAfter = (verdict: IntakeVerdict): LoanRecord => {
  if (verdict.verdict !== 'accept') throw new Error(`not accepted: ${JSON.stringify(verdict)}`);
  return verdict.write.loan;
};
const overdue = (change: Partial<LoanRecord> = {}): LoanRecord => ({
  ...loanAfter(judge({ name: 'instalment-missed', data: missed() })),
  ...change,
});
/** The case closed after its payment. */
const cured = (): LoanRecord => {
  const { openCase: _open, ...closed } = loanAfter(
    judge({ name: 'payment-received', data: paid('pay-1', 100_000) }, { loan: overdue() }),
  );
  return closed;
};
const parkedAs = (verdict: IntakeVerdict) => (verdict.verdict === 'park' ? verdict.because : verdict.verdict);
const reversal = {
  name: 'payment-reversed',
  data: { paymentId: 'pay-1', reversedOn: '2026-01-11', reason: 'returned' },
};

describe('judging an event', () => {
  test('a payment taken back after the cure opens the next episode', () => {
    const loan = loanAfter(judge(reversal, { loan: cured() }));

    expect(loan).toMatchObject({ openCase: 'demo/L1/2', episodes: 2 });
  });

  test('a payment taken back while the case is open goes to that case', () => {
    const open = loanAfter(judge({ name: 'payment-received', data: paid('pay-1', 100_000) }, { loan: overdue() }));

    expect(loanAfter(judge(reversal, { loan: open }))).toMatchObject({
      openCase: 'demo/L1/1',
      episodes: 1,
      positionVersion: 3,
    });
  });

  test('a later miss after the cure opens the next episode, one already paid for opens none', () => {
    const paidAhead = loanAfter(judge({ name: 'payment-received', data: paid('pay-2', 100_000) }, { loan: cured() }));

    expect(
      loanAfter(judge({ name: 'instalment-missed', data: missed(2), time: now }, { loan: cured() })).openCase,
    ).toBe('demo/L1/2');
    expect(
      loanAfter(judge({ name: 'instalment-missed', data: missed(2), time: now }, { loan: paidAhead })).openCase,
    ).toBeUndefined();
  });

  test('a loan servicing has closed is not collected again, unless the money that closed it is taken back', () => {
    const closedBy = (reason: string): LoanRecord =>
      loanAfter(judge({ name: 'loan-closed', data: { reason } }, { loan: cured() }));

    expect(closedBy('paid-off')).toMatchObject({ closed: { reason: 'paid-off' }, positionVersion: 3 });
    expect(
      parkedAs(judge({ name: 'instalment-missed', data: missed(2), time: now }, { loan: closedBy('paid-off') })),
    ).toEqual({ code: 'contradiction', field: 'ce_time', reason: 'missed after servicing closed the loan' });
    expect(loanAfter(judge(reversal, { loan: closedBy('sold') })).openCase).toBeUndefined();
    const reopened = loanAfter(judge(reversal, { loan: closedBy('paid-off') }));
    expect(reopened.openCase).toBe('demo/L1/2');
    expect(reopened.closed).toBeUndefined();
  });

  describe('money that closed a loan, taken back while its case still waits for a recall', () => {
    const closing = { name: 'loan-closed', data: { reason: 'paid-off' }, id: 'c' };
    const closedInCase = (): LoanRecord => {
      const paidUp = judge({ name: 'payment-received', data: paid('pay-1', 100_000) }, { loan: overdue() });
      return loanAfter(judge(closing, { loan: loanAfter(paidUp) }));
    };

    test('takes the closing back, on the loan and for the case', () => {
      const verdict = judge(reversal, { loan: closedInCase() });

      expect(loanAfter(verdict)).toMatchObject({ openCase: 'demo/L1/1', episodes: 1 });
      expect(loanAfter(verdict).closed).toBeUndefined();
      expect(verdict).toMatchObject({ write: { items: [{ caseId: 'demo/L1/1', item: { reopens: true } }] } });
    });

    test('is not closed again by an older closing that arrives after it: the case hears that it is overtaken', () => {
      const reversed = loanAfter(judge(reversal, { loan: closedInCase() }));
      const verdict = judge({ ...closing, id: 'late', time: '2026-01-10T00:00:00.000Z' }, { loan: reversed });

      expect(loanAfter(verdict).closed).toBeUndefined();
      expect(loanAfter(verdict).positionVersion).toBe(reversed.positionVersion);
      expect(verdict).toMatchObject({ write: { items: [{ item: { overtaken: true } }] } });
      const newer = judge({ ...closing, id: 'new', time: now }, { loan: reversed });
      expect(loanAfter(newer).closed).toMatchObject({ reason: 'paid-off', at: now });
    });

    test('takes nothing back when servicing knew of it before it closed the loan, or when it is told again', () => {
      const early = judge({ ...reversal, time: '2026-01-10T00:00:00.000Z' }, { loan: closedInCase() });
      const again = judge(
        { ...reversal, id: 'again' },
        { loan: { ...loanAfter(judge(reversal, { loan: closedInCase() })), closed: { reason: 'settled', at: now } } },
      );

      for (const verdict of [early, again]) {
        expect(loanAfter(verdict).closed).toBeDefined();
        expect(verdict).not.toMatchObject({ write: { items: [{ item: { reopens: true } }] } });
      }
    });
  });

  test.each<[string, LoanRecordSpec, Partial<IntakeRead>, string, string]>([
    [
      'of an unknown tenant',
      { name: 'instalment-missed', data: missed() },
      { tenantKnown: false },
      'unknown-tenant',
      'ce_tenant',
    ],
    ['of a loan no miss has told of', { name: 'payment-received', data: paid('p', 1) }, {}, 'unknown-loan', 'ce_loan'],
    [
      'of a loan we only know to be blocked',
      { name: 'loan-closed', data: { reason: 'sold' } },
      { loan: unknownLoan({ tenant: 'demo', loanId: 'L1' }) },
      'unknown-loan',
      'ce_loan',
    ],
    [
      'dated more than five minutes ahead',
      { name: 'instalment-missed', data: missed(), time: '2026-01-11T02:05:00.001Z' },
      {},
      'dated-ahead',
      'ce_time',
    ],
    [
      'dated more than thirty years ago',
      { name: 'instalment-missed', data: missed(), time: '1996-01-11T01:59:59.999Z' },
      {},
      'malformed',
      'ce_time',
    ],
    [
      'of money received in the future',
      { name: 'payment-received', data: paid('p', 1, { receivedAt: '2026-01-11T02:05:00.001Z' }) },
      { loan: overdue() },
      'dated-ahead',
      'receivedAt',
    ],
    [
      'in another currency than the loan',
      { name: 'payment-received', data: paid('p', 1, { currency: 'USD' }) },
      { loan: overdue() },
      'contradiction',
      'currency',
    ],
    [
      'of an instalment known with other amounts',
      { name: 'instalment-missed', data: missed(1, { instalment: { ...missed().instalment, due: { principal: 1 } } }) },
      { loan: overdue() },
      'contradiction',
      'instalment.due',
    ],
    [
      'of an instalment known with another day',
      { name: 'instalment-missed', data: missed(1, { instalment: { ...missed().instalment, dueOn: '2026-01-09' } }) },
      { loan: overdue() },
      'contradiction',
      'instalment.dueOn',
    ],
    [
      'of terms known otherwise under the same version',
      { name: 'instalment-missed', data: missed(2, { terms: { ...terms, zone: 'Asia/Tokyo' } }) },
      { loan: overdue() },
      'contradiction',
      'terms',
    ],
    [
      'of a payment known with another amount',
      { name: 'payment-received', data: paid('pay-1', 2) },
      { loan: cured() },
      'same-payment-other-content',
      'amount',
    ],
  ])('an event %s is set aside', (_, spec, known, code, field) => {
    expect(parkedAs(judge(spec, known))).toMatchObject({ code, field });
  });

  test('a payment known for another loan is set aside', () => {
    const first = judge({ name: 'payment-received', data: paid('pay-1', 1), loan: 'L2' }, { loan: overdue() });
    const samePayment = first.verdict === 'accept' ? { ...first.write.event, loanId: 'L2' } : undefined;

    expect(
      parkedAs(
        judge(
          { name: 'payment-received', data: paid('pay-1', 1) },
          { loan: overdue(), ...(samePayment ? { samePayment } : {}) },
        ),
      ),
    ).toMatchObject({ code: 'same-payment-other-content', field: 'paymentId' });
  });

  test('up to five minutes ahead is another clock, not another time', () => {
    expect(judge({ name: 'instalment-missed', data: missed(), time: '2026-01-11T02:05:00.000Z' }).verdict).toBe(
      'accept',
    );
  });

  test('news that touches no money leaves the position version, but has its place in the order', () => {
    const loan = overdue();

    expect(loanAfter(judge({ name: 'person-opted-out', data: { personId: 'P1' } }, { loan }))).toMatchObject({
      positionVersion: loan.positionVersion,
      order: loan.order + 1,
    });
  });

  test('older terms that arrive late do not undo newer ones', () => {
    const newer = loanAfter(
      judge(
        { name: 'instalment-missed', data: missed(2, { terms: { ...terms, version: 2, graceDays: 5 } }), time: now },
        { loan: overdue() },
      ),
    );

    expect(
      loanAfter(judge({ name: 'instalment-missed', data: missed(3), time: now }, { loan: newer })).terms,
    ).toMatchObject({ version: 2, graceDays: 5 });
  });

  test('news of a death is taken even of a loan nobody knows', () => {
    const verdict = judge({ name: 'person-died', data: { personId: 'P1' }, id: 'd' });

    expect(verdict).toMatchObject({
      verdict: 'accept',
      ring: [],
      write: { personHold: { personId: 'P1', hold: { id: '/servicing/test/d', reason: 'death' } } },
    });
  });
});

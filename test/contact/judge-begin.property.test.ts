import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '@recourse/domain/case/act';
import { localDay, localTime } from '@recourse/domain/calendar/local-time';
import { stopsNow } from '@recourse/domain/holds/held-days';
import type { Hold } from '@recourse/domain/holds/hold';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { BeginRead, BeginVerdict } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { aCase, aLoan, aPerson, aReminder, beginRules, ten } from '../builders/contact-records.js';

const agencyActs: Act[] = [
  { kind: 'place-with-agency', agencyId: 'agency-1' },
  { kind: 'recall-from-agency', agencyId: 'agency-1', placementId: 'x' },
  { kind: 'refer-to-legal', firmId: 'firm-1' },
  { kind: 'withdraw-from-legal', firmId: 'firm-1', placementId: 'x' },
];
const voiceBot: Act = { kind: 'place-call', purpose: 'collect', by: 'voice-bot', personId: 'p1', pointId: 'm1' };
const notice: Act = { kind: 'send-notice', purpose: 'legally-required', channel: 'email', personId: 'p1', pointId: 'e1', template: 'lawyers-letter', notice: 'legal' };

const instants = fc.integer({ min: 0, max: 47 }).map((hours) => new Date(Date.parse('2026-03-01T16:00:00.000Z') + hours * 1_800_000).toISOString());
const rarely = fc.integer({ min: 1, max: 8 }).map((n) => n === 1);
const holds = (scope: Hold['scope']) =>
  fc.option(
    fc.record({
      reason: fc.constantFrom<Hold['reason'][]>('dispute', 'promise', 'death', 'complaint'),
      stops: fc.constantFrom<Hold['stops'][]>(['contact'], ['contact', 'escalation'], ['escalation', 'legal']),
      over: fc.boolean(),
    }),
    { freq: 4, nil: undefined },
  ).map((hold): Hold[] => (hold ? [{ id: 'h', scope, reason: hold.reason, stops: hold.stops, from: '2026-02-01T00:00:00.000Z', ...(hold.over && { endedAt: '2026-02-02T00:00:00.000Z' }) }] : []));
const ledgers = fc.array(
  fc.record({ hours: fc.integer({ min: 0, max: 30 }), conversation: fc.boolean(), channel: fc.constantFrom<LedgerEntry['channel'][]>('sms', 'call', 'voice-bot') }),
  { maxLength: 6 },
).map((entries) => entries.map(({ hours, conversation, channel }, nth): LedgerEntry => ({
  actId: `a${nth}`, at: new Date(Date.parse(ten) - hours * 3_600_000).toISOString(), channel, purpose: 'collect', pointId: 'm1', open: false, connected: true, conversation, rightParty: conversation,
})));
const aLoanSometimes = (loanId: string) =>
  fc.record({ moved: rarely, paid: rarely, parked: rarely, closed: rarely, holds: holds({ loan: loanId }) }).map(({ moved, paid, parked, closed, holds: held }) => {
    const loan = aLoan(loanId, { holds: held, unresolved: parked ? ['topic/0/1'] : [], positionVersion: moved ? 2 : 1 });
    if (paid) loan.position.payments.push({ paymentId: 'pay', amount: 100_000, valueDate: '2026-03-01', receivedAt: ten });
    if (closed) delete loan.openCase;
    return loan;
  });

const reads = fc.record({
  now: instants,
  act: fc.constantFrom<Act[]>(aReminder, voiceBot, notice, ...agencyActs),
  contactStopped: rarely,
  behind: rarely,
  own: aLoanSometimes('L1'),
  others: fc.array(fc.constantFrom('L2', 'L3', 'L4'), { maxLength: 3 }).chain((ids) => fc.tuple(...[...new Set(ids)].map(aLoanSometimes))),
  otherAct: fc.constantFrom<Act[]>(aReminder, aReminder, voiceBot, notice),
  dueInMinutes: fc.integer({ min: -30, max: 120 }),
  personHolds: holds({ person: 'p1' }),
  pointHolds: holds({ point: 'm1' }),
  ledger: ledgers,
  collectingParty: fc.option(fc.constantFrom('agency-1', 'agency-2'), { freq: 6, nil: undefined }),
  unknown: rarely,
}).map((drawn): BeginRead => {
  const { now, act, own, others, otherAct, dueInMinutes } = drawn;
  const dueAt = new Date(Date.parse(now) + dueInMinutes * 60_000).toISOString();
  const person = aPerson(['L1', ...others.map(({ loanId }) => loanId)], {
    holds: drawn.personHolds,
    ledger: drawn.ledger,
    ...(drawn.collectingParty && { collectingParty: { kind: 'agency', partnerId: drawn.collectingParty, placementId: 'x' } }),
  });
  const pointId = 'pointId' in act ? act.pointId : undefined;
  const ofPerson = person.points.find((point) => point.pointId === pointId);
  return {
    now,
    wall: new Date(now),
    contactStopped: drawn.contactStopped,
    ingestIsCurrent: !drawn.behind,
    kase: aCase('L1', act, { dueAt: now }),
    loan: own,
    siblings: others.map((loan) => ({ loan, kase: aCase(loan.loanId, otherAct, { dueAt }) })),
    ...(!drawn.unknown && { person }),
    ...(!drawn.unknown && ofPerson && { point: { ofPerson, record: { _id: 'x', tenant: 'test', blindIndex: ofPerson.blindIndex, ledger: drawn.ledger, holds: drawn.pointHolds, version: 1 } } }),
  };
});

const judge = (read: BeginRead): BeginVerdict => {
  const planId = 'ending' in read.kase.plan ? '' : read.kase.plan.id;
  return judgeBegin({ caseId: read.kase.caseId, planId, actor: 'worker' }, beginRules)(read);
};
const actOf = ({ kase }: BeginRead): Act => {
  if ('ending' in kase.plan || !kase.plan.act) throw new Error('a plan with an act was drawn');
  return kase.plan.act;
};
const takesBack = (act: Act): boolean => act.kind === 'recall-from-agency' || act.kind === 'withdraw-from-legal';
const go = (check: (read: BeginRead, verdict: Extract<BeginVerdict, { go: true }>) => void): void => {
  let began = 0;
  fc.assert(
    fc.property(reads, (read) => {
      const verdict = judge(read);
      if (!verdict.go) return;
      began += 1;
      check(read, verdict);
    }),
    { numRuns: 2_000 },
  );
  expect(began).toBeGreaterThan(100);
};

describe('whatever was read, an act that may begin', () => {
  it('speaks only of loans whose every payment its plan has read', () =>
    go((read, { act }) => {
      const loans = [read.loan, ...read.siblings.map(({ loan }) => loan)];
      for (const covered of act.covers) {
        const loan = loans.find(({ loanId }) => loanId === covered.loanId);
        expect(covered.readPosition).toBe(1);
        expect(loan?.positionVersion).toBe(1);
        expect(covered.order).toBe((loan?.order ?? 0) + 1);
      }
    }));

  it('names each loan once, its own first, and each in the currency and amount of its position', () =>
    go((read, { act }) => {
      expect(act.covers[0]?.loanId).toBe('L1');
      expect(new Set(act.covers.map(({ planId }) => planId)).size).toBe(act.covers.length);
      for (const { loanId, arrears } of act.covers) {
        const loan = [read.loan, ...read.siblings.map((each) => each.loan)].find((each) => each.loanId === loanId);
        expect(loan && amountsOn(loan.position, 'now').arrears).toBe(arrears);
      }
    }));

  it('takes something back, or has something overdue on every loan, nothing unresolved and no kill switch', () =>
    go((read, { act }) => {
      if (takesBack(act.act)) return;
      expect(read.contactStopped).toBe(false);
      expect(read.ingestIsCurrent).toBe(true);
      for (const { loanId, arrears } of act.covers) {
        expect(arrears).toBeGreaterThan(0);
        const loan = [read.loan, ...read.siblings.map((each) => each.loan)].find((each) => each.loanId === loanId);
        expect(loan?.unresolved).toEqual([]);
        expect(loan?.openCase).toBe(`test/${loanId}/1`);
      }
    }));

  it('collects inside the person’s hours and under the day’s caps, and then leaves one open entry', () =>
    go((read, { act, entry }) => {
      if (!entry) return expect('personId' in act.act).toBe(false);
      expect(entry).toMatchObject({ actId: act._id, open: true, conversation: true });
      if (entry.purpose !== 'collect') return undefined;
      const zone = beginRules.zones['Asia/Shanghai'];
      if (!zone) throw new Error('no zone Asia/Shanghai');
      const time = localTime(read.now, zone);
      expect(time >= '08:00' && time < '21:00').toBe(true);
      const today = (read.person?.ledger ?? []).filter(({ at }) => localDay(at, zone) === localDay(read.now, zone));
      expect(today.length).toBeLessThan(5);
      expect(read.person?.collectingParty).toBeUndefined();
      return undefined;
    }));

  it('collects from nobody while a hold on loan, person or number stops contact', () =>
    go((read, { act, entry }) => {
      if (entry?.purpose !== 'collect') return;
      const loans = [read.loan, ...read.siblings.map(({ loan }) => loan)].filter(({ loanId }) => act.covers.some((covered) => covered.loanId === loanId));
      const all = [...loans.flatMap((loan) => loan.holds), ...(read.person?.holds ?? []), ...(read.point?.record.holds ?? [])];
      expect(stopsNow(all, 'contact', read.now)).toEqual([]);
    }));

  it('hands over only what nothing holds, to the one party that collects from the person', () =>
    go((read, { act, collectingParty }) => {
      if (act.act.kind !== 'place-with-agency') return;
      expect(stopsNow([...read.loan.holds, ...(read.person?.holds ?? [])], 'escalation', read.now)).toEqual([]);
      expect((collectingParty ?? read.person?.collectingParty)?.partnerId).toBe('agency-1');
    }));
});

describe('whatever was read', () => {
  it('a placement is taken back unless the plan has not read a payment', () =>
    fc.assert(
      fc.property(reads, (read) => {
        if (!takesBack(actOf(read)) || read.loan.openCase === undefined) return;
        const verdict = judge(read);
        expect(verdict.go).toBe(read.loan.positionVersion === 1);
      }),
      { numRuns: 2_000 },
    ));

  it('a plan that has not read a payment is superseded, and nothing else is said of it', () =>
    fc.assert(
      fc.property(reads, (read) => {
        if (read.loan.positionVersion === 1 || read.loan.openCase === undefined) return;
        const verdict = judge(read);
        expect(!verdict.go && verdict.withheld.result).toBe('superseded');
      }),
      { numRuns: 2_000 },
    ));

  it('a deferral names a later instant', () =>
    fc.assert(
      fc.property(reads, (read) => {
        const verdict = judge(read);
        if (!verdict.go && verdict.withheld.result === 'deferred') expect(verdict.withheld.until > read.now).toBe(true);
      }),
      { numRuns: 2_000 },
    ));

  it('a plan that is not due yet is not begun', () => {
    const kase = aCase('L1', aReminder, { dueAt: '2026-03-02T02:00:00.001Z' });
    const verdict = judge({ now: ten, wall: new Date(ten), contactStopped: false, ingestIsCurrent: true, kase, loan: aLoan('L1'), siblings: [], person: aPerson(['L1']) });
    expect(!verdict.go && verdict.withheld).toMatchObject({ result: 'refused', reason: 'plan-not-current' });
  });
});

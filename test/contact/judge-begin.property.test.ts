import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '@recourse/domain/case/act';
import { localDay, localTime } from '@recourse/domain/calendar/local-time';
import { stopsNow } from '@recourse/domain/holds/held-days';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { BeginRead, BeginVerdict } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { beginReads } from '../builders/arbitrary-begin-read.js';
import { aBeginRead } from '../builders/begin-read.js';
import { aCase, aReminder, beginRules } from '../builders/contact-records.js';

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
    fc.property(beginReads, (read) => {
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
      const loans = [read.loan, ...read.siblings.map(({ loan }) => loan)].filter(({ loanId }) =>
        act.covers.some((covered) => covered.loanId === loanId),
      );
      const all = [
        ...loans.flatMap((loan) => loan.holds),
        ...(read.person?.holds ?? []),
        ...(read.point?.record.holds ?? []),
      ];
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
      fc.property(beginReads, (read) => {
        if (!takesBack(actOf(read)) || read.loan.openCase === undefined) return;
        const verdict = judge(read);
        expect(verdict.go).toBe(read.loan.positionVersion === 1);
      }),
      { numRuns: 2_000 },
    ));

  it('a plan that has not read a payment is superseded, and nothing else is said of it', () =>
    fc.assert(
      fc.property(beginReads, (read) => {
        if (read.loan.positionVersion === 1 || read.loan.openCase === undefined) return;
        const verdict = judge(read);
        expect(!verdict.go && verdict.withheld.result).toBe('superseded');
      }),
      { numRuns: 2_000 },
    ));

  it('a deferral names a later instant', () =>
    fc.assert(
      fc.property(beginReads, (read) => {
        const verdict = judge(read);
        if (!verdict.go && verdict.withheld.result === 'deferred') expect(verdict.withheld.until > read.now).toBe(true);
      }),
      { numRuns: 2_000 },
    ));

  it('a plan that is not due yet is not begun', () => {
    const kase = aCase('L1', aReminder, { dueAt: '2026-03-02T02:00:00.001Z' });
    const verdict = judge(aBeginRead({ kase }));
    expect(!verdict.go && verdict.withheld).toMatchObject({ result: 'refused', reason: 'plan-not-current' });
  });
});

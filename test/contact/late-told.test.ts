import type { BeginRead } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { owedOf } from '@recourse/activities/contact/owed-of';
import { renderMessage } from '@recourse/activities/contact/render-message';
import type { Terms } from '@recourse/domain/case/terms';
import type { Position } from '@recourse/domain/money/position';
import { describe, expect, test } from 'vitest';
import { aCase, aLoan, aPerson, beginRules, ten } from '../builders/contact-records.js';
import { aWorld, missed, paid, tell, testTerms } from '../builders/case-world.js';
import { lateTerms } from '../builders/money-events.js';

const { lateCharge, startOn, costs } = lateTerms;
/** 1.5 times 15.6 % on overdue principal; no cap. */
const late: Pick<Terms, 'startOn' | 'lateCharge'> = {
  startOn,
  lateCharge: {
    ...lateCharge,
    penalty: { ...lateCharge.penalty, tiers: [], grace: { days: 0, chargedFrom: 'due-date' } },
    caps: [],
  },
};

/** A reminder of a loan with 1 000.00 of principal overdue since 20 February, begun at ten on 2 March. */
const begun = (
  terms: Partial<Terms> = late,
  position: Partial<Position> = {},
  holds: BeginRead['kase']['holds'] = [],
) => {
  const loan = aLoan('L1');
  const kase = aCase('L1', undefined, {}, { holds });
  const person = aPerson(['L1']);
  const [mobile] = person.points;
  if (!loan.terms || !mobile) throw new Error('a loan with terms and a number');
  const read = {
    kase,
    loan: { ...loan, terms: { ...loan.terms, ...terms }, position: { ...loan.position, ...position } },
    person,
    point: { ofPerson: mobile, record: { holds: [], ledger: [] } },
    siblings: [],
    openCalls: [],
    contactStopped: false,
    ingestIsCurrent: true,
    now: ten,
    wall: new Date(ten),
  } as unknown as BeginRead;
  const planId = 'ending' in kase.plan ? '' : kase.plan.id;
  const verdict = judgeBegin({ caseId: kase.caseId, planId, actor: 'worker' }, beginRules)(read);
  if (!verdict.go) throw new Error(JSON.stringify(verdict.withheld));
  const [cover] = verdict.act.covers;
  if (!cover) throw new Error('an act about nothing');
  return { cover, text: renderMessage(beginRules.templates, 'reminder-first', 'en', [cover]).text };
};

describe('what a borrower is told of a loan whose terms charge for lateness', () => {
  test('is the arrears and what ten days have cost, as of the day it is told', () => {
    const { cover, text } = begun();

    // 100 000 x 23.4 % x 10 / 365 = 641.09
    expect(cover).toMatchObject({ arrears: 100_000, late: { asOf: '2026-03-02', late: 641, owed: 100_641 } });
    expect(text).toContain('CNY 1,006.41');
  });

  test('is the arrears alone where the terms charge for nothing, or for what cannot be reckoned', () => {
    for (const terms of [{}, { ...late, startOn: '2026-02-25' }]) {
      const { cover, text } = begun(terms);
      expect([cover.late, owedOf(cover)]).toEqual([undefined, 100_000]);
      expect(text).toContain('CNY 1,000.00');
    }
  });

  test('does not ask twice for what servicing has billed, even where it was waived', () => {
    const charges = [{ chargeId: 'c', component: 'penalty' as const, amount: 600, dueOn: '2026-03-01' }];
    expect(begun(late, { charges }).cover.late).toEqual({ asOf: '2026-03-02', late: 41, owed: 100_641 });
    const waivers = [{ waiverId: 'w', of: { chargeId: 'c' }, amount: 600, waivedOn: '2026-03-01' }];
    expect(begun(late, { charges, waivers }).cover.late).toEqual({ asOf: '2026-03-02', late: 41, owed: 100_041 });
  });

  test('leaves out the days for which a hold stops interest', () => {
    const from = '2026-02-25T16:00:00.000Z';
    const until = '2026-03-01T00:00:00.000Z';
    const hold = {
      id: 'h',
      reason: 'disaster' as const,
      scope: { loan: 'L1' },
      stops: ['interest' as const],
      from,
      until,
    };
    // Six days are left: 384.66.
    expect(begun(late, {}, [hold]).cover.late).toMatchObject({ late: 385 });
  });

  test('is cut by the cap of all costs', () => {
    const small = { ...costs, principal: [{ from: '2025-12-10', amount: 20_000 }], charged: [] };
    const caps = [{ rule: '9.2', covers: ['penalty' as const], max: 'yearly' as const, yearlyPpm: 10_000 }];
    // 20 000 x 1 % x 82 / 365 = 44.9, never rounded up.
    expect(begun({ startOn, costs: small, lateCharge: { ...late.lateCharge!, caps } }).cover.late?.late).toBe(44);
  });
});

test('the case notes what it would have told, and goes by the arrears: what is paid to the last fen cures it', () => {
  const world = aWorld('2026-01-02T00:00:00.000Z');
  world.terms = { ...testTerms, ...late };
  tell(world, missed(world, 1, '2026-01-01'));
  world.now = '2026-01-11T02:00:00.000Z';
  tell(world, paid(world, 'a', 1_000, '2026-01-11'));

  // 100 000 x 23.4 % x 10 / 365
  expect(world.kase?.noted).toMatchObject({ arrears: 100_000, late: { asOf: '2026-01-11', late: 641, owed: 100_641 } });
  tell(world, paid(world, 'b', 100_000, '2026-01-11'));
  expect(world.kase?.noted).toMatchObject({ arrears: 0, late: { late: 641, owed: 641 } });
  expect(world.kase?.stage).toBe('monitoring');
});

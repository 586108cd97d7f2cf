import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act } from '@recourse/domain/case/act';
import type { RelatedParty, Relation } from '@recourse/domain/contact/relation';
import type { Hold, HoldReason } from '@recourse/domain/holds/hold';
import type { BeginRead, BeginVerdict } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { beginReads } from '../builders/arbitrary-begin-read.js';
import { smsOf } from '../builders/begin-sms.js';
import { aCase, aLoan, aPerson, beginRules, ten, tenant } from '../builders/contact-records.js';
import { anEmergencyContact } from '../builders/third-party-records.js';

const hold = (reason: HoldReason, scope: Hold['scope'] = { person: 'p1' }): Hold => ({
  id: reason,
  reason,
  scope,
  stops: ['contact', 'escalation', 'timers'],
  from: '2026-03-01T00:00:00.000Z',
});
const call: Act = { kind: 'place-call', purpose: 'collect', by: 'desk', personId: 'p2', pointId: 'm2' };

type Given = {
  role: RelatedParty;
  namedBy?: Relation['namedBy'];
  holds: Hold[];
  loanHolds?: Hold[];
  own?: Partial<PersonRecord>;
  read?: Partial<BeginRead>;
};

/** Person `p2`, who is `role` of the debtor `p1`, is called about L1. */
const begin = ({ role, namedBy = 'court', holds, loanHolds = [], own = {}, read = {} }: Given): BeginVerdict => {
  const relation = { to: 'p1', role, namedBy, document: 'D1', on: '2026-01-05' };
  const person = anEmergencyContact({ relations: [relation], ...own });
  const [ofPerson] = person.points;
  if (!ofPerson) throw new Error('a representative without a number');
  return judgeBegin(
    smsOf('L1'),
    beginRules,
  )({
    now: ten,
    wall: new Date(ten),
    contactStopped: false,
    ingestIsCurrent: true,
    kase: aCase('L1', call),
    loan: aLoan('L1', { holds: loanHolds }),
    siblings: [],
    openCalls: [],
    person,
    debtor: aPerson(['L1'], { holds }),
    point: {
      ofPerson,
      record: { _id: 'x', tenant, blindIndex: ofPerson.blindIndex, ledger: [], holds: [], version: 1 },
    },
    ...read,
  });
};

describe('who speaks for a debtor, at the gate', () => {
  test.each<[RelatedParty, Relation['namedBy'], HoldReason]>([
    ['attorney', 'borrower', 'represented'],
    ['guardian', 'court', 'incapacity'],
    ['estate', 'court', 'death'],
    ['heir', 'statute', 'death'],
  ])(
    '%s named by the %s may be called while the debtor is held for %s, and the act says whom it is about',
    (role, namedBy, reason) => {
      const verdict = begin({ role, namedBy, holds: [hold(reason)] });
      expect(verdict).toMatchObject({ go: true, act: { personId: 'p2', about: { personId: 'p1', party: role } } });
    },
  );

  test.each<[string, Given, string]>([
    ['an attorney of a debtor who speaks for himself', { role: 'attorney', holds: [] }, 'party-not-eligible'],
    [
      'a guardian nobody but the debtor named',
      { role: 'guardian', namedBy: 'borrower', holds: [hold('incapacity')] },
      'party-not-eligible',
    ],
    [
      'an heir nobody but the debtor named',
      { role: 'heir', namedBy: 'borrower', holds: [hold('death')] },
      'party-not-eligible',
    ],
    ['a guardian of the dead', { role: 'guardian', holds: [hold('death')] }, 'held'],
    ['an attorney of the dead', { role: 'attorney', holds: [hold('represented'), hold('death')] }, 'held'],
    [
      'an attorney of somebody who asked to be left alone',
      { role: 'attorney', holds: [hold('represented'), hold('cease-request')] },
      'held',
    ],
    [
      'an attorney about a debt in dispute',
      { role: 'attorney', holds: [hold('represented')], loanHolds: [hold('dispute', { loan: 'L1' })] },
      'held',
    ],
    [
      'an attorney who complained',
      { role: 'attorney', holds: [hold('represented')], own: { holds: [hold('complaint', { person: 'p2' })] } },
      'held',
    ],
    [
      'an attorney while contact is stopped',
      { role: 'attorney', holds: [hold('represented')], read: { contactStopped: true } },
      'contact-stopped',
    ],
  ])('%s is not called', (_, given, reason) => {
    expect(begin(given)).toMatchObject({ go: false, withheld: { result: 'refused', reason } });
  });

  test('an attorney is called in the hours of the attorney, and no oftener than anybody', () => {
    const holds = [hold('represented')];
    // 10:00 in Shanghai is 02:00 in London.
    expect(begin({ role: 'attorney', holds, own: { zone: 'Europe/London' } })).toMatchObject({
      go: false,
      withheld: { result: 'deferred', until: '2026-03-02T08:00:00.000Z' },
    });
    const spoken = [0, 1, 2].map((n) => ({
      actId: `a${n}`,
      at: `2026-03-02T0${n}:30:00.000Z`,
      channel: 'call' as const,
      purpose: 'collect' as const,
      pointId: 'm2',
      open: false,
      connected: true,
      conversation: true,
      rightParty: true,
    }));
    expect(begin({ role: 'attorney', holds, own: { ledger: spoken } })).toMatchObject({ go: false });
  });

  test('a representative is not called on a number that is the debtor’s too', () => {
    const number = { pointId: 'm2', kind: 'mobile', sealed: { iv: '', data: '', tag: '' }, source: 'test' } as const;
    const shared = { ...number, blindIndex: 'blind-mobile' };
    const record = { _id: 'x', tenant, blindIndex: 'blind-mobile', ledger: [], holds: [], version: 1 };
    const read = { point: { ofPerson: shared, record } };
    expect(begin({ role: 'guardian', holds: [hold('incapacity')], own: { points: [shared] }, read })).toMatchObject({
      go: false,
      withheld: { result: 'refused', reason: 'point-invalid' },
    });
  });

  test('nothing begins with the debtor, by whatever channel and for whatever purpose', () => {
    let asked = 0;
    const silences = fc.constantFrom<HoldReason[]>('represented', 'incapacity', 'death');
    fc.assert(
      fc.property(beginReads, silences, (read, reason) => {
        const { plan } = read.kase;
        if ('ending' in plan || !plan.act || !('personId' in plan.act) || !read.person) return;
        asked += 1;
        const from = '2026-02-01T00:00:00.000Z';
        const person = { ...read.person, holds: [...read.person.holds, { ...hold(reason), from }] };
        const { caseId } = read.kase;
        const verdict = judgeBegin({ caseId, planId: plan.id, actor: 'worker' }, beginRules)({ ...read, person });
        expect(verdict.go).toBe(false);
      }),
      { numRuns: 1_000 },
    );
    expect(asked).toBeGreaterThan(100);
  });
});

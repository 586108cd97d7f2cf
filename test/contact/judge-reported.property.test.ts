import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeGrant } from '@recourse/activities/permits/judge-grant';
import { judgeRedeem } from '@recourse/activities/permits/judge-redeem';
import { judgeReported } from '@recourse/activities/permits/judge-reported';
import type { PermitRead } from '@recourse/activities/permits/permit-store';
import { reportedActId } from '@recourse/activities/permits/reported-act';
import type { ReportedContact, ReportedEvent, ReportedRead } from '@recourse/activities/permits/reported-contact';
import type { ActRecord } from '@recourse/activities/records/act-record';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { outcomeTable } from '@recourse/domain/contact/outcome-table';
import { aCase, aLoan, aPerson, beginRules, ten, tenant } from '../builders/contact-records.js';
import { aPlacement, byAgency, placementId, withAgency } from '../builders/permit-records.js';

const outcomeCodes = Object.keys(outcomeTable) as OutcomeCode[];
const person = aPerson(['L1', 'L2'], withAgency);
const [mobile] = person.points;
if (!mobile) throw new Error('no mobile');
const record = { _id: 'x', tenant, blindIndex: mobile.blindIndex, ledger: [], holds: [], version: 1 };
const point = { ofPerson: mobile, record };
const [first] = aPlacement().covers;
if (!first) throw new Error('a placement of nothing');
const second = { ...first, caseId: 'test/L2/1', loanId: 'L2' };
const placement: ActRecord = { ...aPlacement(), covers: [first, second] };
const loans = [aLoan('L1'), aLoan('L2')];

/** Two dials granted to the agency for L1, the first of them let go at ten. */
const { permit, dial } = ((): Required<Pick<ReportedRead, 'permit' | 'dial'>> => {
  const [loan] = loans;
  if (!loan) throw new Error('no loan');
  const read: PermitRead = {
    now: ten,
    wall: new Date(ten),
    contactStopped: false,
    ingestIsCurrent: true,
    person,
    point,
    loans: [{ loan, kase: aCase('L1') }],
    placementIsLive: true,
  };
  const grant = judgeGrant(byAgency({ dials: 2 }), beginRules)(read);
  if (!grant.granted) throw new Error(grant.not.because);
  const asked = { tenant, permitId: 'permit-1', n: 1, holderId: 'agency-1' };
  const verdict = judgeRedeem(asked, beginRules)({ ...read, permit: grant.granted, openCalls: [] });
  if (verdict.go !== true) throw new Error('was not let go');
  return { permit: { ...grant.granted, ...verdict.permit }, dial: verdict.act };
})();

const read: ReportedRead = { wall: new Date(ten), placement, person, point, loans, permit, dial };
const told = (contact: Partial<ReportedContact> = {}, at = ten, itemId = '/agency/e1'): ReportedEvent => ({
  contact: {
    placementId,
    personId: 'p1',
    pointId: 'm1',
    channel: 'call',
    code: 'busy',
    permit: { permitId: 'permit-1', n: 1 },
    ...contact,
  },
  itemId,
  at,
});
const judge = (event: ReportedEvent, changed: Partial<ReportedRead> = {}) =>
  judgeReported(event, beginRules.law)({ ...read, ...changed });
/** Concluded at `minutes` after ten, by that event or, without one, over HTTP. */
const concluded = (code: ReportedContact['code'], minutes = 0, toldBy?: string): ActRecord => ({
  ...dial,
  status: 'concluded',
  outcome: { planId: dial._id, actId: dial._id, at: minutesLater(ten, minutes), result: 'answered', code },
  ...(toldBy !== undefined && { toldBy }),
});

/** What is right nine times of ten, so that one thing alone is often wrong. */
const mostly = <T>(right: T, ...wrong: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });

describe('a contact an agency tells of', () => {
  test('is the dial it names only if that was let go for it, for nobody and nothing else, and nothing else was told of it', () => {
    const drawn = fc.record({
      n: mostly(1, 2, 3),
      personId: mostly('p1', 'p2'),
      pointId: mostly('m1', 'm2'),
      channel: mostly<ReportedContact['channel']>('call', 'sms', 'visit'),
      minutes: mostly(0, -5, -6, 5, 6, 120, 121, 420),
      placed: mostly(placementId, 'test/L1/1/1/place-2/1'),
      code: fc.constantFrom(...outcomeCodes),
      itemId: fc.constantFrom('/agency/e1', '/agency/e2'),
      before: fc.option(
        fc.record({
          code: fc.constantFrom('same' as const, ...outcomeCodes),
          minutes: mostly(0, 5, 6, 11),
          toldBy: fc.constantFrom(undefined, '/agency/e1', '/agency/e2'),
        }),
        { nil: undefined },
      ),
    });
    const came = { dial: 0, known: 0, breach: 0, again: 0 };
    fc.assert(
      fc.property(drawn, ({ n, personId, pointId, channel, minutes, placed, code, itemId, before }) => {
        const event = told(
          { personId, pointId, channel, code, permit: { permitId: 'permit-1', n } },
          minutesLater(ten, minutes),
          itemId,
        );
        const codeBefore = before?.code === 'same' ? code : before?.code;
        const verdict = judge(event, {
          permit: { ...permit, placementId: placed },
          dial: before && codeBefore ? concluded(codeBefore, before.minutes, before.toldBy) : dial,
        });
        const isFor = n === 1 && personId === 'p1' && pointId === 'm1' && channel === 'call' && placed === placementId;
        const isAtItsTime = minutes >= -5 && minutes <= 120;
        const isAsTold =
          before === undefined ||
          (before.toldBy === undefined && codeBefore === code && Math.abs(before.minutes - minutes) <= 5);
        const isIt = isFor && isAtItsTime && isAsTold;
        expect(verdict.taken).toBe(before?.toldBy === itemId ? 'known' : isIt ? 'dial' : 'breach');
        if (verdict.taken !== 'not') came[verdict.taken] += 1;
        came.again += isIt && before ? 1 : 0;
      }),
      { numRuns: 3_000 },
    );
    expect(came.dial).toBeGreaterThan(200);
    expect(came.known).toBeGreaterThan(200);
    expect(came.breach).toBeGreaterThan(200);
    expect(came.again).toBeGreaterThan(20);
  });

  test('three that rang for nothing under one dial are one dial and two breaches, however soon one came after the other', () => {
    const busy = (minutes: number, itemId: string) => told({ code: 'no-answer' }, minutesLater(ten, minutes), itemId);
    const first = concluded('no-answer', 1, '/agency/e1');

    expect(judge(busy(1, '/agency/e1')).taken).toBe('dial');
    expect(judge(busy(1, '/agency/e1'), { dial: first }).taken).toBe('known');
    expect(judge(busy(2, '/agency/e2'), { dial: first }).taken).toBe('breach');
    expect(judge(busy(119, '/agency/e3'), { dial: first }).taken).toBe('breach');
  });

  test('stays what it was when told again, though the dial it names has been let go since', () => {
    const { permit: granted, dial: _none, ...early } = read;
    const verdict = judgeReported(
      told(),
      beginRules.law,
    )({
      ...early,
      ...(granted && { permit: { ...granted, dials: [{ n: 1, state: 'reserved' }] } }),
    });
    if (verdict.taken !== 'breach') throw new Error(verdict.taken);

    expect(judge(told(), { before: verdict.act })).toEqual({ taken: 'known', ring: ['test/L1/1', 'test/L2/1'] });
  });

  test('that nobody let go counts on its day, to collect, as the agency’s, for every loan placed; every case hears of a breach', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 0 }), fc.constantFrom(...outcomeCodes), (minutes, code) => {
        const at = minutesLater(ten, minutes);
        const { permit: _none, ...contact } = told({ code }).contact;
        const verdict = judge({ contact, itemId: '/agency/e1', at });

        if (verdict.taken !== 'breach') throw new Error(verdict.taken);
        const { act, entry, notes } = verdict;
        expect(entry).toMatchObject({ actId: act._id, at, purpose: 'collect', sender: 'agency', senderId: 'agency-1' });
        expect(entry.loans).toEqual(['L1', 'L2']);
        expect(act.begunAt).toBe(at);
        expect(act.covers.map(({ caseId }) => caseId)).toEqual(['test/L1/1', 'test/L2/1']);
        expect(notes.map(({ caseId }) => caseId)).toEqual(['test/L1/1', 'test/L2/1']);
        expect(notes[0]?.item).toMatchObject({
          kind: 'breach-reported',
          itemId: 'breach//agency/e1',
          breach: { kind: 'contact-without-permit', actId: act._id, placementId },
        });
      }),
    );
  });

  test('told again is known, and asks nothing of what has changed since; of another event it is one more', () => {
    const event = told({ code: 'promise' }, minutesLater(ten, 300));
    const verdict = judge(event);
    if (verdict.taken !== 'breach') throw new Error(verdict.taken);
    const { person: _person, point: _point, ...nobody } = read;

    const again = judgeReported(event, beginRules.law)({ ...nobody, before: verdict.act });
    expect(again).toEqual({ taken: 'known', ring: ['test/L1/1', 'test/L2/1'] });
    expect(reportedActId(event.contact, '/agency/e2')).not.toBe(verdict.act._id);
  });

  test.each<[string, ReportedRead, string]>([
    ['of an act there is not', { wall: read.wall, loans: [] }, 'unknown-placement'],
    ['of an act that places nothing', { ...read, placement: dial }, 'unknown-placement'],
    ['with somebody we do not know', { wall: read.wall, loans, placement }, 'unknown-person'],
    ['at a number the person has not', { wall: read.wall, loans, placement, person }, 'unknown-point'],
  ])('%s is not taken', (_what, changed, because) => {
    expect(judgeReported(told(), beginRules.law)(changed)).toEqual({ taken: 'not', because });
  });

  test('names people as they are called now: of two records that became one it is the dial all the same', () => {
    const record9 = { personId: 'p9', points: { m9: 'm1' }, told: {}, holds: [], at: ten, wallAt: new Date(ten) };
    const both = { ...person, records: [record9] };

    expect(judge(told({ personId: 'p9', pointId: 'm9' }), { person: both }).taken).toBe('dial');
    expect(judge(told({ personId: 'p9', pointId: 'm9' })).taken).toBe('breach');
  });
});

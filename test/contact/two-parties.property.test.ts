import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BeginRules } from '@recourse/activities/contact/begin-rules';
import type { CollectingParty } from '@recourse/activities/contact/collecting-party';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { mergeRecords } from '@recourse/activities/people/merge-records';
import { judgeGrant } from '@recourse/activities/permits/judge-grant';
import { judgeRedeem } from '@recourse/activities/permits/judge-redeem';
import type { PermitRead, PermitRequest } from '@recourse/activities/permits/permit-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { Act } from '@recourse/domain/case/act';
import { aBeginRead } from '../builders/begin-read.js';
import { aCase, aDeskCall, aPerson, aReminder, beginRules, ten, tenant } from '../builders/contact-records.js';
import { aPermitRead, aPermitRequest } from '../builders/permit-records.js';

const agency = beginRules.partners.get('agency-1');
if (!agency) throw new Error('the register has no agency-1');
const partners = new Map([...beginRules.partners, ['agency-2', { ...agency, id: 'agency-2' }]]);
const rules: BeginRules = { ...beginRules, partners };

/** Everybody who might collect from one human. */
const agencies = ['agency-1', 'agency-2'];
const everybody = ['us', ...agencies, 'firm-1'];

const partyOf = (partnerId: string, placementId: string): CollectingParty => ({
  kind: partnerId === 'firm-1' ? 'law-firm' : 'agency',
  partnerId,
  placementId,
});

const two = fc
  .record({
    into: fc.constantFrom(undefined, 'agency-1', 'agency-2', 'firm-1'),
    from: fc.constantFrom(undefined, 'agency-1', 'agency-2', 'firm-1'),
    intoFirst: fc.boolean(),
  })
  .map(({ into, from, intoFirst }) => {
    const placements = intoFirst ? ['place-into', 'place-from'] : ['place-from', 'place-into'];
    const held = { into: into && partyOf(into, 'place-into'), from: from && partyOf(from, 'place-from') };
    const [first] = placements.flatMap((id) => [held.into, held.from].find((party) => party?.placementId === id) ?? []);
    const person = merged(held.into, held.from, placements);
    return { person, first };
  });

function merged(
  into: CollectingParty | undefined,
  from: CollectingParty | undefined,
  handedOver: readonly string[],
): PersonRecord {
  const record = (personId: string, party: CollectingParty | undefined): PersonRecord =>
    aPerson([`L-${personId}`], {
      _id: `${tenant}/${personId}`,
      personId,
      ...(party && { collectingParty: party }),
    });
  const other = record('p2', from);
  const names = Object.fromEntries(other.points.map(({ pointId }) => [pointId, pointId]));
  const when = { at: ten, wallAt: new Date(ten) };
  return mergeRecords(record('p1', into), other, { names, resealed: other.points, handedOver, ...when });
}

const begins = (person: PersonRecord, act: Act): boolean => {
  const kase = aCase('L1', act);
  const read = aBeginRead({ kase, person });
  const planId = 'ending' in kase.plan ? '' : kase.plan.id;
  return judgeBegin({ caseId: kase.caseId, planId, actor: 'worker' }, rules)(read).go;
};

/** Granted now, or redeemed now though it was granted while nothing stood in the way. The placement is the holder's own and still live. */
const dials = (person: PersonRecord, changes: Partial<PermitRequest>): boolean => {
  const request = aPermitRequest({ dials: 1, ...changes });
  const read = (whose: PersonRecord): PermitRead => aPermitRead({ person: whose, placementIsLive: true });
  const { holder } = request;
  const { collectingParty: _party, ...free } = person;
  const before = holder.kind === 'agency' ? { ...free, collectingParty: partyOf(holder.id, 'place') } : free;
  const granted = judgeGrant(request, rules)(read(before)).granted;
  if (!granted) throw new Error(`${holder.id} could not have called even before`);
  const redeeming = { ...read(person), permit: granted, openCalls: [] };
  const redeemed = judgeRedeem({ tenant, permitId: granted.permitId, n: 1, holderId: holder.id }, rules)(redeeming);
  return judgeGrant(request, rules)(read(person)).granted !== undefined || redeemed.go === true;
};

const ofAgency = (id: string): Partial<PermitRequest> => ({
  holder: { kind: 'agency', id },
  placementId: 'place',
  channel: 'call',
});

/** Who of all of them may begin with the person now, by any of the ways there are. */
const mayBegin = (person: PersonRecord): string[] =>
  everybody.filter((who) => {
    if (who === 'us') return begins(person, aReminder) || begins(person, aDeskCall) || dials(person, {});
    if (who === 'firm-1') return begins(person, { kind: 'refer-to-legal', firmId: who });
    const act: Act = { kind: 'place-with-agency', agencyId: who };
    return begins(person, act) || dials(person, ofAgency(who));
  });

describe('of two records that are one human, each with a party of its own', () => {
  test('at most one may begin after it, and it is who was handed a loan first', () => {
    fc.assert(
      fc.property(two, ({ person, first }) => {
        if (!first) return;
        expect(person.collectingParty).toEqual(first);
        expect(mayBegin(person)).toEqual([first.partnerId]);
      }),
    );
  });

  test('where nobody had either, we may, and nobody who was handed nothing may call', () => {
    const person = merged(undefined, undefined, []);

    expect(begins(person, aReminder)).toBe(true);
    for (const id of agencies) expect(dials(person, ofAgency(id))).toBe(false);
  });
});

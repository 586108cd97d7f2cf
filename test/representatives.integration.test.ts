import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Act } from '@recourse/domain/case/act';
import type { Hold } from '@recourse/domain/holds/hold';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { personStore } from '@recourse/infra/mongo/person-store';
import { beginSms, smsOf } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, tenant } from './builders/contact-records.js';
import { anEmergencyContact } from './builders/third-party-records.js';

const toAttorney: Act = { kind: 'place-call', purpose: 'collect', by: 'desk', personId: 'p2', pointId: 'm2' };
const represented: Hold = {
  id: 'represented',
  reason: 'represented',
  scope: { person: 'p1' },
  stops: ['contact', 'escalation', 'timers'],
  from: '2026-03-01T00:00:00.000Z',
};
const attorney = { to: 'p1', role: 'attorney', namedBy: 'borrower', document: 'D1', on: '2026-02-28' } as const;

let world: ContactMongo;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
});
afterEach(() => world.close());

describe('somebody who speaks in a debtor’s place', () => {
  it('is called once about all of the debtor’s loans, and not about a loan of their own', async () => {
    const own = aLoan('L3');
    if (own.terms) own.terms = { ...own.terms, debtors: [{ personId: 'p2', role: 'borrower' }] };
    await world.given({
      loans: [aLoan('L1'), aLoan('L2'), own],
      cases: [aCase('L1', toAttorney), aCase('L2', toAttorney), aCase('L3', toAttorney)],
      persons: [
        aPerson(['L1', 'L2'], { holds: [represented] }),
        anEmergencyContact({ relations: [attorney], loans: ['L3'] }),
      ],
    });

    const begun = await beginSms(world, 'L1');

    expect(begun).toMatchObject({ begun: 'now', act: { about: { personId: 'p1', party: 'attorney' } } });
    const covers = 'act' in begun ? begun.act.covers.map(({ loanId }) => loanId) : [];
    expect(covers).toEqual(['L1', 'L2']);
  });

  it('wakes the debtor’s case when they are loaded with their paper; a contact person does not', async () => {
    await world.given({
      loans: [aLoan('L1')],
      cases: [aCase('L1', toAttorney)],
      persons: [aPerson(['L1'], { holds: [represented] })],
    });
    const store = personStore(world.mongo, keyRing(randomBytes(32).toString('hex')), { '+86': ['Asia/Shanghai'] });
    const { caseId } = smsOf('L1');
    const point = {
      pointId: 'm2',
      kind: 'mobile',
      value: '+8613900000002',
      source: 'test',
      placeType: 'mobile',
    } as const;
    const row = { personId: 'p2', language: 'zh', addressZone: 'Asia/Shanghai', points: [point] };

    expect(await store.load(tenant, { ...row, relations: [{ ...attorney, role: 'emergency-contact' }] })).toEqual({
      loaded: 'new',
      ring: [],
    });
    expect(await world.items(caseId)).toEqual([]);

    expect(await store.load(tenant, { ...row, relations: [attorney] })).toEqual({ loaded: 'changed', ring: [caseId] });
    expect(await world.items(caseId)).toMatchObject([{ kind: 'person-known', personId: 'p2' }]);
    expect((await store.load(tenant, { ...row, relations: [attorney] })).ring).toEqual([]);
  });
});

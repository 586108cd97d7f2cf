import type { Act } from '@recourse/domain/case/act';
import { tenantKey } from '@recourse/domain/case/case-id';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { aPerson, tenant } from './contact-records.js';

/** A call by the desk that asks person `p2` where `p1` is. */
export const aLocateCall: Act = { kind: 'place-call', purpose: 'locate', by: 'desk', personId: 'p2', pointId: 'm2' };
/** The same question by a message. */
export const aLocateMessage: Act = {
  kind: 'send-reminder',
  purpose: 'locate',
  channel: 'sms',
  personId: 'p2',
  pointId: 'm2',
  template: 'locate-contact',
};

/** Person `p2` whom `p1` named as emergency contact, with a number of their own. */
export const anEmergencyContact = (changes: Partial<PersonRecord> = {}): PersonRecord => ({
  ...aPerson([]),
  _id: tenantKey(tenant, 'p2'),
  personId: 'p2',
  points: [
    {
      pointId: 'm2',
      kind: 'mobile',
      blindIndex: 'blind-contact',
      sealed: { iv: '', data: '', tag: '' },
      source: 'test',
    },
  ],
  relations: [{ to: 'p1', role: 'emergency-contact', namedBy: 'borrower', document: 'D1', on: '2026-01-05' }],
  ...changes,
});

const failed = (at: string): LedgerEntry => ({
  actId: `failed-${at}`,
  at,
  channel: 'call',
  purpose: 'collect',
  pointId: 'm1',
  open: false,
  connected: false,
  conversation: false,
  rightParty: false,
});

/** Three calls to the debtor on three days, none of which connected: unreachable. */
export const threeFailedCalls: LedgerEntry[] = [
  '2026-02-26T06:00:00.000Z',
  '2026-02-27T06:00:00.000Z',
  '2026-02-28T06:00:00.000Z',
].map(failed);

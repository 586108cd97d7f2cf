import { describe, expect, test } from 'vitest';
import type { InRecord } from '../event-bus.js';
import type { ReportedContact, ReportedResult } from '../permits/reported-contact.js';
import { receiveOutcome } from './receive-outcome.js';

const now = '2026-03-02T02:00:00.000Z';
const placementId = 'demo/L1/1/1/place-1/1';
const contact: ReportedContact = { placementId, personId: 'p1', pointId: 'm1', channel: 'call', code: 'busy' };
const record: InRecord = {
  topic: 'collections.contact.outcomes.v1',
  partition: 0,
  offset: 1n,
  key: `demo|${placementId}`,
  value: null,
  headers: { ce_tenant: 'demo', ce_attempt: placementId },
  timestampMs: 0,
};

const received = (answer: ReportedResult, at = now) => {
  const heard: unknown[] = [];
  const receive = receiveOutcome({
    read: () => ({ outcome: { tenant: 'demo', itemId: '/agency/e1', at, kind: 'agency-contact', contact } }),
    tenantNow: async () => now,
    conclude: async () => 'unknown-act',
    hear: async () => 'unknown-act',
    partnerReported: async () => undefined,
    agencyContact: async (...told) => {
      heard.push(told);
      return answer;
    },
  });
  return receive(record).then((result) => ({ result, heard }));
};

describe('a contact an agency tells of', () => {
  test('is taken, under the id of its event, and its cases are rung', async () => {
    const { result, heard } = await received({ ring: ['demo/L1/1'] });

    expect(result).toEqual({ received: 'accepted', ring: ['demo/L1/1'], unresolved: [] });
    expect(heard).toEqual([[contact, '/agency/e1', now]]);
  });

  test.each<[ReportedResult, string, string]>([
    ['unknown-placement', 'unknown-attempt', 'placement'],
    ['unknown-person', 'contradiction', 'person'],
    ['unknown-point', 'contradiction', 'point'],
  ])(
    '%s: it is set aside, and its loan stays without contact until somebody has looked',
    async (answer, code, field) => {
      const { result } = await received(answer);

      expect(result).toMatchObject({
        received: 'refused',
        because: { code, field },
        about: [{ tenant: 'demo', loanId: 'L1' }],
      });
    },
  );

  test('dated more than five minutes ahead is set aside unheard', async () => {
    const { result, heard } = await received({ ring: [] }, '2026-03-02T02:05:00.001Z');

    expect(result).toMatchObject({ received: 'refused', because: { code: 'dated-ahead', field: 'at' } });
    expect(heard).toEqual([]);
  });
});

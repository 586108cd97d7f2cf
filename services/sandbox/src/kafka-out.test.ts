import { expect, test } from 'vitest';
import { bufferedOut, headersOf } from './kafka-out.js';
import type { OutgoingEvent } from './servicing-event.js';

const event = (id: string): OutgoingEvent => ({
  topic: 'servicing.loan.events.v1',
  key: 't|L1',
  id,
  source: '/servicing/sandbox',
  type: 'com.recourse.servicing.loan-closed.v1',
  time: '2026-01-01T00:00:00.000Z',
  tenant: 't',
  extension: { loan: 'L1' },
  body: '{}',
});

test('what Kafka did not acknowledge is kept and sent again, in order', async () => {
  const sent: string[] = [];
  let down = true;
  const out = bufferedOut({
    async send(events) {
      if (down) throw new Error('no broker');
      sent.push(...events.map(({ id }) => id));
    },
    close: async () => undefined,
  });
  out.put(event('e1'));

  await expect(out.flush()).rejects.toThrow('no broker');
  down = false;
  out.put(event('e2'));

  expect(await out.flush()).toBe(2);
  expect(sent).toEqual(['e1', 'e2']);
  expect(await out.flush()).toBe(0);
});

test('an event goes out as CloudEvents binary mode, its extensions as headers', () => {
  expect(headersOf(event('e1'))).toEqual({
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: 'e1',
    ce_source: '/servicing/sandbox',
    ce_type: 'com.recourse.servicing.loan-closed.v1',
    ce_time: '2026-01-01T00:00:00.000Z',
    ce_tenant: 't',
    ce_loan: 'L1',
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadLines } from './bad-lines.js';
import { readEventFile } from './read-event-file.js';

const payment = {
  specversion: '1.0',
  id: 'e1',
  source: '/servicing/test',
  type: 'com.recourse.servicing.payment-received.v1',
  time: '2026-01-05T04:00:00Z',
  tenant: 't',
  loan: 'L1',
  data: {
    paymentId: 'p1',
    amount: 100,
    currency: 'CNY',
    valueDate: '2026-01-05',
    receivedAt: '2026-01-05T04:00:00Z',
    method: 'transfer',
    payer: 'debtor',
  },
};
const read = loanEventReader((zone) => zone === 'Asia/Shanghai');

let dir = '';
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'recourse-events-'))));
afterEach(() => rmSync(dir, { recursive: true }));

function fileOf(...lines: unknown[]): string {
  const file = join(dir, 'events.ndjson');
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

describe('a file of events', () => {
  it('is read whole, empty lines left out, each event keyed by its loan', () => {
    const events = readEventFile(fileOf(payment, '', { ...payment, id: 'e2', loan: 'L2' }), read);

    expect(events.map(({ record, event }) => [record.key, event.fact.eventId])).toEqual([
      ['t|L1', 'e1'],
      ['t|L2', 'e2'],
    ]);
  });

  it('is refused with number and field of every bad line, and none of what stands in it', () => {
    const secret = '+8613900000001';
    const file = fileOf(
      payment,
      'not json',
      { ...payment, specversion: '0.3' },
      { ...payment, loan: secret },
      { ...payment, type: 'com.recourse.servicing.unheard-of.v1' },
      { ...payment, data: { ...payment.data, amount: -1 } },
      { ...payment, data: { ...payment.data, currency: 'XXX' } },
      { ...payment, time: undefined },
    );

    const refused = (): unknown => readEventFile(file, read);

    expect(refused).toThrow(BadLines);
    try {
      refused();
    } catch (error) {
      expect((error as BadLines).bad.map(({ number, field }) => [number, field])).toEqual([
        [2, undefined],
        [3, 'specversion'],
        [4, 'loan'],
        [5, 'type'],
        [6, 'amount'],
        [7, 'currency'],
        [8, 'time'],
      ]);
      expect((error as BadLines).message).not.toContain(secret);
    }
  });

  it('is refused where an event says a field twice: the last would stand without a word', () => {
    const text = JSON.stringify(payment).replace('"amount":100', '"amount":100,"amount":1');

    expect(() => readEventFile(fileOf(payment, text), read)).toThrow('line 2: data.amount: is said twice');
  });

  it('names the field that stands where one is missing', () => {
    const { amount, ...rest } = payment.data;

    expect(() => readEventFile(fileOf({ ...payment, data: { ...rest, ammount: amount } }), read)).toThrow(
      /line 1: amount: .*; the field ammount stands there instead/,
    );
  });

  it('is refused whole when one event is too large for Kafka', () => {
    const large = { ...payment, id: 'e2', data: { ...payment.data, note: 'x'.repeat(1_000_000) } };

    expect(() => readEventFile(fileOf(payment, large), read)).toThrow('line 2: is too large, at most 900000 bytes');
  });
});

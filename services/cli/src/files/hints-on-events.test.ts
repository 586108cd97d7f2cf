import { describe, expect, it } from 'vitest';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missed, paid } from '../../../../test/builders/loan-records.js';
import { hintsOnEvents } from './hints-on-events.js';
import { readEventFile } from './read-event-file.js';

const read = loanEventReader((zone) => zone === 'Asia/Shanghai');
const event = (id: string, name: string, data: object): object => ({
  specversion: '1.0',
  id,
  source: '/servicing/test',
  type: `com.recourse.servicing.${name}.v1`,
  time: '2026-01-11T01:00:00.000Z',
  tenant: 't',
  loan: 'L1',
  data,
});
const hints = (...events: object[]): string[] => {
  const dir = mkdtempSync(join(tmpdir(), 'recourse-hints-'));
  try {
    const file = join(dir, 'events.ndjson');
    writeFileSync(file, events.map((each) => JSON.stringify(each)).join('\n'));
    return hintsOnEvents(readEventFile(file, read));
  } finally {
    rmSync(dir, { recursive: true });
  }
};

describe('fields of events that nobody reads', () => {
  it('are taken without a word when there are none', () => {
    expect(hints(event('a', 'instalment-missed', missed()), event('b', 'payment-received', paid('p', 1)))).toEqual([]);
  });

  it('are named beside data too, but for attributes that any CloudEvent may have', () => {
    const all = { ...event('a', 'instalment-missed', missed()), subject: 's', datacontenttype: 'application/json' };
    expect(hints(all, { ...all, id: 'b', loann: 'L1', '+8613900000001': 1 })).toEqual([
      'note: loann is not read (line 2)',
      'note: an attribute of the event is not read (line 2)',
    ]);
  });

  it('are named with the first line that has them and how many do, however deep they stand', () => {
    const { terms, ...rest } = missed();
    const debtors = terms.debtors.map((debtor) => ({ ...debtor, since: '2020' }));
    expect(
      hints(
        event('a', 'instalment-missed', { ...rest, terms: { ...terms, debtors, gracePeriod: 9 } }),
        event('b', 'payment-received', { ...paid('p', 1), channel: 'app', type: 'x' }),
        event('c', 'payment-received', { ...paid('q', 1), channel: 'app' }),
      ),
    ).toEqual([
      'note: data.terms.debtors.0.since is not read (line 1)',
      'note: data.terms.gracePeriod is not read (line 1)',
      'note: data.channel is not read (line 2 and 1 more)',
      'note: data.type is not read (line 2)',
    ]);
  });

  it('whose names may be anything are not repeated', () => {
    expect(hints(event('b', 'payment-received', { ...paid('p', 1), '+8613900000001': 1 }))).toEqual([
      'note: a field of data is not read (line 1)',
    ]);
  });
});

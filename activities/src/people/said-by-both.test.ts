import { expect, test } from 'vitest';
import { saidTogether } from '@recourse/domain/contact/said-standing';
import type { RecordOfPerson } from '../records/person-record.js';
import { boundTo } from './bound-to.js';
import { saidByBoth } from './said-by-both.js';
import { toldTogether } from './told-together.js';

const nothing = saidTogether();
const day = { days: ['mon' as const], from: '12:00', to: '14:00' };
const noon = { from: '13:00', to: '15:00', fromDay: '2026-01-01', untilDay: '2026-02-01' };
const evening = { ...noon, from: '20:00', to: '22:00' };
const [first, later] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
const when = { at: later, wallAt: new Date(later) };

test('a consent said under one name takes back no opt-out said under the other, and one of the same name does', () => {
  const out = { ...nothing, optOuts: [{ channel: 'sms' as const, pointId: 'm', at: first }] };
  const consents = [
    { to: 'medium' as const, channel: 'sms' as const, pointId: 'm', basis: 'consent' as const, at: later },
  ];

  expect(saidByBoth({ said: out, told: undefined }, { said: { ...nothing, consents }, told: undefined })).toMatchObject(
    {
      optOuts: out.optOuts,
      consents: [],
    },
  );
  expect(
    saidByBoth({ said: { ...out, consents }, told: undefined }, { said: undefined, told: undefined }),
  ).toMatchObject({
    consents,
  });
});

test('a time agreed under one name lifts no time that is inconvenient under the other, said or told', () => {
  const agreed = { said: { ...nothing, agreedTimes: [noon, evening] }, told: undefined };

  for (const other of [
    { said: { ...nothing, inconvenientTimes: [day] }, told: undefined },
    { said: undefined, told: { inconvenientTimes: [day] } },
  ])
    expect(saidByBoth(agreed, other)?.agreedTimes).toEqual([evening]);
  const record: RecordOfPerson = { personId: 'p1', points: { m: 'm' }, told: {}, holds: [], ...when };
  const records = [
    { ...record, told: { standing: { agreedTimes: [noon, evening] } } },
    { ...record, personId: 'p2', told: { standing: { inconvenientTimes: [day] } } },
  ];
  expect(toldTogether(records, [], undefined).standing?.agreedTimes).toEqual([{ ...evening, points: ['m'] }]);
});

test('what was agreed under a name is agreed for its points, under the names they have now', () => {
  const said = { ...nothing, agreedTimes: [evening, { ...noon, points: ['m'] }] };

  expect(boundTo(said, { m: 'm.2', e: 'e' })?.agreedTimes).toEqual([
    { ...evening, points: ['m.2', 'e'] },
    { ...noon, points: ['m.2'] },
  ]);
});

import { expect, test } from 'vitest';
import { explainCreditors } from './explain-creditors.js';

const chain = [
  { changeId: 'c-2', to: 'c', on: '2026-02-01', notifiedOn: '2026-02-03' },
  { changeId: 'c-1', to: 'b', on: '2026-01-14', notifiedOn: '2026-01-20' },
];

test('a loan of which no change was told has none', () => {
  expect(explainCreditors(undefined, '2026-03-01')).toEqual([]);
});

test('each change is told as it stood on the day asked for: ahead, not notified, the creditor, a former one', () => {
  const standings = (asOf: string) => explainCreditors(chain, asOf).map(({ to, standing }) => `${to} ${standing}`);
  expect(standings('2026-01-13')).toEqual([]);
  expect(standings('2026-01-19')).toEqual(['b not-notified']);
  expect(standings('2026-01-20')).toEqual(['b creditor']);
  expect(standings('2026-02-02')).toEqual(['b creditor', 'c not-notified']);
  expect(standings('2026-02-03')).toEqual(['b former', 'c creditor']);
});

test('a notice that came after the day is not told', () => {
  expect(explainCreditors(chain, '2026-01-19')).toEqual([{ to: 'b', on: '2026-01-14', standing: 'not-notified' }]);
});

test('two of one day and notice are both unclear', () => {
  const both = [...chain, { changeId: 'c-3', to: 'd', on: '2026-02-01', notifiedOn: '2026-02-03' }];
  expect(explainCreditors(both, '2026-03-01').map(({ standing }) => standing)).toEqual([
    'former',
    'unclear',
    'unclear',
  ]);
});

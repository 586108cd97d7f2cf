import { expect, test } from 'vitest';
import { entry } from '../../../test/builders/ask-gate.js';
import { ledgerWith } from './ledger-with.js';

const now = entry('2026-06-01T02:00:00.000Z');
const old = '2026-03-02T02:00:00.000Z';

test('a ledger forgets what is older than 90 days, but for contacts with who owes nothing', () => {
  const kept = [
    entry(old, { party: 'employer' }),
    entry(old, { party: 'emergency-contact' }),
    entry('2026-03-03T02:00:00.000Z'),
  ];
  const gone = [entry(old), entry(old, { party: 'borrower' }), entry(old, { party: 'guarantor' })];
  expect(ledgerWith([...gone, ...kept], [now])).toEqual([...kept, now]);
});

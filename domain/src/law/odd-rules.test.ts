import { expect, test } from 'vitest';
import { lawRule } from '../../../test/builders/law-rule.js';
import { oddRules } from './odd-rules.js';

const today = '2026-10-01';
const everyChannel = ['sms', 'email', 'app', 'im', 'voice-bot', 'dialler', 'letter', 'call', 'visit'];
const cap = (fields: Record<string, unknown>) =>
  lawRule('frequency-cap', {
    unit: 'attempt',
    limit: 3,
    days: 7,
    scope: ['person'],
    channels: everyChannel,
    ...fields,
  });

test.each([
  [
    'nothing through',
    { limit: 0 },
    'rules[0].limit',
    'TEST-1 is 0 on every channel: nothing it speaks of is ever allowed',
  ],
  ['hardly anybody remember', { effectiveFrom: '0206-01-01' }, 'rules[0].effectiveFrom', 'TEST-1 begins before 1900'],
  [
    'everything through for years',
    { effectiveFrom: '2099-01-01' },
    'rules[0].effectiveFrom',
    'TEST-1 begins more than a year from now: until then it forbids nothing',
  ],
  [
    'everything through in a month',
    { effectiveTo: '2026-10-31' },
    'rules[0].effectiveTo',
    'TEST-1 ends in 30 days, and none of its kind begins then',
  ],
])('a rule that lets %s is told of', (_, fields, path, reason) => {
  expect(oddRules({ rules: [cap(fields)] }, today)).toEqual([{ path, reason }]);
});

test.each([
  ['a cap of none on some channels', [cap({ limit: 0, channels: everyChannel.slice(1) })]],
  ['a rule that begins within the year', [cap({ effectiveFrom: '2027-10-02' })]],
  ['a rule that ends in 31 days', [cap({ effectiveTo: '2026-11-01' })]],
  [
    'a rule that ends tomorrow, when another begins',
    [cap({ effectiveTo: '2026-10-02' }), cap({ effectiveFrom: '2026-10-02' })],
  ],
])('%s is nothing odd', (_, rules) => {
  expect(oddRules({ rules }, today)).toEqual([]);
});

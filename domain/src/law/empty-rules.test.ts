import { expect, test } from 'vitest';
import { lawRule } from '../../../test/builders/law-rule.js';
import { emptyRules } from './empty-rules.js';
import type { Rule, RuleKind } from './rule.js';

const faultOf = (rule: Rule): string | undefined =>
  emptyRules({ rules: [rule] }).map(({ path, reason }) => `${path}: ${reason}`)[0];

const allDay = { from: '00:00', to: '24:00' };
const channels = ['sms', 'call'];
const purposes = ['collect', 'locate', 'relay', 'remind-before-due', 'service', 'legally-required'];
const held = { event: 'dispute', scope: 'loan', endsWith: 'settled' };

test.each<[RuleKind, Record<string, unknown>, Record<string, unknown>, string]>([
  [
    'contact-window',
    { channels, windows: [allDay] },
    { personsTimes: true },
    'windows: TEST-1 is open at every minute',
  ],
  [
    'contact-window',
    {
      channels,
      windows: [
        { from: '00:00', to: '12:00' },
        { from: '12:00', to: '24:00' },
      ],
    },
    { windows: [{ from: '00:00', to: '23:59' }] },
    'windows: TEST-1 is open at every minute',
  ],
  ['content-gate', { channels, forbidden: [] }, { forbidden: ['police'] }, 'forbidden: TEST-1 asks for nothing to be'],
  ['content-gate', { channels, firstContactOnly: true }, { sameLanguage: true }, 'forbidden: TEST-1 asks for nothing'],
  ['party-eligibility', { parties: ['heir'], purposes }, { blockOnRefusal: true }, 'purposes: TEST-1 lets everybody'],
  ['party-eligibility', { parties: ['heir'], purposes }, { purposes: ['locate'] }, 'purposes: TEST-1 lets everybody'],
  ['channel-permission', { channels }, { recordingRequired: true }, 'basis: TEST-1 asks for nothing'],
  ['visit-protocol', {}, { entryNeedsConsent: true }, 'minCrew: TEST-1 asks for nothing'],
  ['visit-protocol', { placesBarred: [] }, { minCrew: 2 }, 'minCrew: TEST-1 asks for nothing'],
  ['handover-gate', {}, { listed: true }, 'listed: TEST-1 asks for nothing'],
  ['handover-gate', {}, { fieldsAllowed: ['name'] }, 'listed: TEST-1 asks for nothing'],
  [
    'hold-on-event',
    { ...held, stops: ['contact'], allowedWhileHeld: purposes },
    { stops: ['legal'] },
    'allowedWhileHeld:',
  ],
  ['retention', { record: 'notice', from: 'event', atEnd: 'review' }, { minDays: 1 }, 'minDays: TEST-1 keeps nothing'],
])('a rule that forbids nothing is a fault, and none with one thing more: %s', (kind, empty, more, fault) => {
  expect(faultOf(lawRule(kind, empty))).toMatch(`rules[0].${fault}`);
  expect(faultOf(lawRule(kind, empty))).toMatch(/: it forbids nothing$/);
  expect(faultOf(lawRule(kind, { ...empty, ...more }))).toBeUndefined();
});

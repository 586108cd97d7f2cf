import { expect, test } from 'vitest';
import type { Step } from './step.js';
import { thirdPartyFaults } from './third-party-faults.js';

const locate: Step = {
  step: 'contact-1',
  act: 'place-call',
  by: 'desk',
  to: 'emergency-contact',
  purpose: 'locate',
  at: '15:00',
  tries: 3,
  everyDays: 2,
  validForDays: 4,
  ifLate: 'lapse',
  when: [{ fact: 'debtor-unreachable' }],
};
const { to: _whom, ...toNobody } = locate;
const { when: _always, ...always } = locate;
const { purpose: _why, ...collecting } = locate;

test.each<[string, Step, string[]]>([
  ['a call that asks a contact person where the unreachable borrower is, is fine', locate, []],
  ['a step to locate must say whom to ask', toNobody, ['at.to']],
  ['a contact person is not asked for money', { ...locate, purpose: 'collect' }, ['at.purpose']],
  ['a contact person is not asked for money by default', collecting, ['at.purpose']],
  ['a contact person is not asked while the borrower can be reached', always, ['at.when']],
  ['a contact person is not visited', { ...locate, act: 'arrange-visit' }, ['at.act']],
  ['a machine does not call a contact person', { ...locate, by: 'dialler' }, ['at.act']],
  [
    'a representative is called by no step of a stage',
    { ...toNobody, to: 'representative', purpose: 'collect' },
    ['at.to'],
  ],
  ['a step to the borrower is none of this', { ...toNobody, purpose: 'collect' }, []],
])('%s', (_, step, paths) => {
  const found = thirdPartyFaults(step, 'at');
  expect(found.map(({ path }) => path)).toEqual(paths);
  expect(found.every(({ reason }) => reason === 'third-party-step')).toBe(true);
});

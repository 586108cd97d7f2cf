import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { more, moreOf } from '../testing/more-of.js';
import { act, byRule, call, must } from '../testing/plant.js';

/** In Massachusetts, where the law of the United States holds too. */
const afterTalk = (evidence: Evidence, change: object, days = 6): void => {
  act(evidence, call).code = 'hung-up-after';
  moreOf(evidence, call, [days * 24], { sender: 'agency', loan: 'L3', code: 'no-answer', ...change });
};
const visits = (evidence: Evidence, days: number): void => {
  must(evidence.loans[2]).jurisdiction = 'CN';
  moreOf(evidence, call, [0.5, days * 24], { kind: 'arrange-visit', channel: 'visit', code: 'no-answer', loan: 'L3' });
};
const again = more(1);

findsOnly('rests-broken', [
  [
    'a call of an agency on the seventh day of which the day of the talk is the first, by Regulation F',
    (evidence) => afterTalk(evidence, {}),
    `${again} on 2026-01-19 in America/New_York follows the conversation ${call} on 2026-01-13, before 7 days have passed: ${byRule('US-FREQ-2')}`,
  ],
  [
    'a second visit on the seventh day after the first, by the law of China',
    (evidence) => visits(evidence, 7),
    `${more(2)} on 2026-01-20 in America/New_York follows the visit ${again} on 2026-01-13, before 7 days have passed: ${byRule('CN-FREQ-4')}`,
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => void]>([
  ['a call of an agency on the eighth day', (evidence) => afterTalk(evidence, {}, 7)],
  ['a call of the lender itself', (evidence) => afterTalk(evidence, { sender: 'first-party' })],
  ['a message', (evidence) => afterTalk(evidence, { channel: 'sms' })],
  [
    'a call about another loan of the same place',
    (evidence) => {
      must(evidence.loans[1]).jurisdiction = 'US-MA';
      afterTalk(evidence, { loan: 'L2' });
    },
  ],
  ['a second visit on the eighth day after the first', (evidence) => visits(evidence, 8)],
  [
    'a call to which the person consented after the talk',
    (evidence) => {
      must(evidence.persons[1]).standing = {
        places: ['US-OH'],
        consents: [{ to: 'more-calls', channel: 'call', basis: 'consent', at: '2026-01-14T15:00:00.000Z' }],
      };
      afterTalk(evidence, {});
    },
  ],
])('%s breaks no rest', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)['rests-broken']).toBeUndefined();
});

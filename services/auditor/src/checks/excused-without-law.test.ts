import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, call, must, sms } from '../testing/plant.js';

const notice = 't/L2/1/1/notice/1';

findsOnly('excused-without-law', [
  [
    'a letter the lender wants sent',
    (evidence) => void (act(evidence, notice).notice = 'lawyers-letter'),
    `${notice}: no law there wants this lawyers-letter`,
  ],
  [
    'a notice that only the law of another place names',
    (evidence) => void (act(evidence, notice).notice = 'sums-in-arrears'),
    `${notice}: no law there wants this sums-in-arrears`,
  ],
  [
    'a reminder',
    (evidence) => void (act(evidence, sms).purpose = 'legally-required'),
    `${sms}: no law there wants this send-reminder`,
  ],
  [
    'a call that is said to answer something',
    (evidence) => void (act(evidence, call).purpose = 'service'),
    `${call}: this place-call is no answer and no receipt`,
  ],
  [
    'a reminder that is said to answer something',
    (evidence) => void (act(evidence, sms).purpose = 'service'),
    `${sms}: this send-reminder is no answer and no receipt`,
  ],
  [
    'a borrower who is asked where the borrower is',
    (evidence) => void (act(evidence, call).purpose = 'locate'),
    `${call}: who owes is not asked where they are`,
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => void]>([
  [
    'a receipt in words approved for that',
    (evidence) => Object.assign(act(evidence, notice), { purpose: 'service', template: 'receipt@1' }),
  ],
  [
    'an answer in words no longer on file',
    (evidence) => Object.assign(act(evidence, sms), { purpose: 'service', template: 'answer@1' }),
  ],
  [
    'somebody related who is asked where the borrower is',
    (evidence) => {
      act(evidence, call).purpose = 'locate';
      must(evidence.loans[2]).debtors = [{ personId: 'P1', role: 'borrower' }];
      must(evidence.persons[1]).relations = [{ to: 'P1', role: 'emergency-contact', namedBy: 'borrower' }];
    },
  ],
])('%s is excused', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)['excused-without-law']).toBeUndefined();
});

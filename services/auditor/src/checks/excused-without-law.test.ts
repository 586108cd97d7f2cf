import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import type { DemandedNotice } from '../law/contact-rule.js';
import type { ApprovedWords } from '../law/practice.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, call, must, sms } from '../testing/plant.js';

const notice = 't/L2/1/1/notice/1';

const word = (evidence: Evidence, template: string, change: Partial<ApprovedWords>): void => {
  const words = new Map(evidence.practice.words);
  words.set(template, { ...must(words.get(template)), ...change });
  evidence.practice = { ...evidence.practice, words };
};
/** The law that wants the notice of the clean world, changed. */
const wanted = (evidence: Evidence, change: Partial<DemandedNotice>): void => {
  const notices = evidence.law.notices.map((law) => (law.notice === 'bad-information' ? { ...law, ...change } : law));
  evidence.law = { ...evidence.law, notices };
};
/** The try of it that never went out is judged alike. */
const bothTries = (fault: string): string[] => [notice, `${notice}~6`].map((id) => `${id}: ${fault}`);
const unwanted = bothTries('no law there wants this bad-information');
const unapproved = bothTries('bad-information@1 is not approved as bad-information');

findsOnly('excused-without-law', [
  [
    'a notice in words that are approved as no notice',
    (evidence) => word(evidence, 'bad-information@1', { notices: [] }),
    unapproved,
  ],
  [
    'a notice in words that are approved as another',
    (evidence) => word(evidence, 'bad-information@1', { notices: ['default'] }),
    unapproved,
  ],
  [
    'a notice in words approved for collecting only',
    (evidence) => word(evidence, 'bad-information@1', { purposes: ['collect'] }),
    unapproved,
  ],
  [
    'a notice in words that are not on file',
    (evidence) => void (act(evidence, notice).template = 'bad-information@99'),
    `${notice}: its words (bad-information@99) are not on file`,
  ],
  [
    'an answer in words that are not on file',
    (evidence) => void Object.assign(act(evidence, sms), { purpose: 'service', template: 'answer@1' }),
    `${sms}: its words (answer@1) are not on file`,
  ],
  ['a notice that only a buyer must give', (evidence) => wanted(evidence, { actor: ['buyer'] }), unwanted],
  ['a notice of other products', (evidence) => wanted(evidence, { product: ['mortgage'] }), unwanted],
  ['a notice that no law wants yet', (evidence) => wanted(evidence, { effectiveFrom: '2026-03-22' }), unwanted],
  ['a notice that no law wants any more', (evidence) => wanted(evidence, { effectiveTo: '2026-03-21' }), unwanted],
  [
    'a notice that only the law of a zone of the person wants',
    (evidence) => {
      must(evidence.persons[0]).zone = 'Asia/Singapore';
      wanted(evidence, { jurisdiction: 'SG' });
    },
    unwanted,
  ],
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
    'a notice on the last day a law wants it, of the product it names, where only the person is',
    (evidence) => {
      wanted(evidence, { effectiveTo: '2026-03-22', product: ['consumer-loan'] });
      must(evidence.loans[1]).jurisdiction = 'US-OH';
      must(evidence.persons[0]).standing = { places: ['CN'] };
    },
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

test('a notice about two loans excuses nothing where no law wants one of them told of', () => {
  const evidence = cleanEvidence();
  const { covers } = act(evidence, notice);
  covers.push({ ...must(covers[0]), loanId: 'L1', caseId: 't/L1/1', order: 9 });

  expect(violationsOf(evidence)['excused-without-law']).toBeUndefined();
  must(evidence.loans[0]).jurisdiction = 'US-OH';
  expect(violationsOf(evidence)['excused-without-law']).toEqual([`${notice}: no law there wants this bad-information`]);
});

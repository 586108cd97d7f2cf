import { expect, test } from 'vitest';
import type { ApprovedWords } from '../law/practice.js';
import type { Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { more, moreOf } from '../testing/more-of.js';
import { act, byRule, call, must, sms, withoutNumber } from '../testing/plant.js';

const reminder = must(act(cleanEvidence(), sms).template);

/** The words of the reminder are others. */
const reworded = (evidence: Evidence, change: Partial<ApprovedWords>): void => {
  const { words } = evidence.practice;
  const known = must(words.get(reminder));
  evidence.practice = { ...evidence.practice, words: new Map([...words, [reminder, { ...known, ...change }]]) };
};
/** A month in which a first contact must name who writes (CN-ID-1). */
const inForce = (evidence: Evidence): void => {
  const rules = evidence.law.rules.map((rule) =>
    rule.id === 'CN-ID-1' ? { ...rule, effectiveFrom: '2026-01-01' } : rule,
  );
  evidence.law = { ...evidence.law, rules };
};

findsOnly('words-not-lawful', [
  [
    'words that are not those approved',
    (evidence) => reworded(evidence, { isApproved: false }),
    `${sms}: ${reminder} is not what was approved`,
  ],
  [
    'words approved for another channel',
    (evidence) => reworded(evidence, { channels: ['email'] }),
    `${sms}: ${reminder} is not approved for collect by sms to whom it went`,
  ],
  [
    'a message of which nobody knows the words',
    (evidence) => void delete act(evidence, sms).template,
    `${sms}: nobody knows what it said`,
  ],
  [
    'a message to who speaks a language we do not write',
    (evidence) => void (act(evidence, sms).language = 'fr'),
    `${sms} is said in zh to who speaks fr: ${byRule('OWN-CONTENT-1')}`,
  ],
  [
    'a message in Chinese to who had asked for English',
    ({ persons }) => void (must(persons[0]).saidLanguage = { language: 'en-GB', at: '2026-01-05T00:00:00.000Z' }),
    `${sms} is said in zh to who speaks en: ${byRule('OWN-CONTENT-1')}`,
  ],
  [
    'a call to who speaks what nobody of ours does',
    (evidence) => void (act(evidence, call).language = 'es'),
    `${call} is said in zh en to who speaks es: ${byRule('OWN-CONTENT-1')}`,
  ],
  [
    'a first message that does not name who writes',
    (evidence) => {
      inForce(evidence);
      reworded(evidence, { says: ['amount'] });
    },
    `${sms} does not say sender-identity: ${byRule('CN-ID-1')}`,
  ],
  [
    'a first message approved for later ones only',
    (evidence) => {
      inForce(evidence);
      reworded(evidence, { firstContact: false });
    },
    `${sms} is no first contact: ${byRule('CN-ID-1')}`,
  ],
  [
    'a message that says what a rule bars',
    (evidence) => {
      inForce(evidence);
      const rules = evidence.law.rules.map((rule) =>
        rule.id === 'CN-ID-1' ? { ...rule, mustNotSay: ['amount'] } : rule,
      );
      evidence.law = { ...evidence.law, rules };
    },
    `${sms} says amount: ${byRule('CN-ID-1')}`,
  ],
]);

/** A contact person of the borrower, proved unreachable, is asked by a message in these words. */
const askedBy = (says: string[]): Evidence => {
  const evidence = cleanEvidence();
  inForce(evidence);
  evidence.persons.push({
    personId: 'P5',
    zone: 'Asia/Shanghai',
    relations: [{ to: 'P1', role: 'emergency-contact', namedBy: 'borrower' }],
    holds: [],
  });
  const unreachable = { acts: [], days: ['2026-01-05'] };
  withoutNumber(evidence, '2026-01-05');
  moreOf(evidence, sms, [24], { loan: 'L1', personId: 'P5', purpose: 'locate', template: 'ask@1', unreachable });
  const words = {
    ...must(evidence.practice.words.get(reminder)),
    says,
    purposes: ['locate'],
    parties: ['emergency-contact'],
  };
  evidence.practice = { ...evidence.practice, words: new Map([...evidence.practice.words, ['ask@1', words]]) };
  return evidence;
};

test('nobody else learns of the debt', () => {
  expect(violationsOf(askedBy(['sender-identity']))).toEqual({});
  expect(violationsOf(askedBy(['sender-identity', 'amount']))).toEqual({
    'words-not-lawful': [`${more(1)} tells emergency-contact of the debt (amount): ${byRule('CN-3P-2-CONTENT')}`],
  });
});

test('words approved for others than the one they went to are found', () => {
  const evidence = askedBy(['sender-identity']);
  act(evidence, more(1)).template = reminder;

  expect(violationsOf(evidence)['words-not-lawful']).toContainEqual(
    `${more(1)}: ${reminder} is not approved for locate by sms to whom it went`,
  );
});

test('of a loan that was taken on nobody knows which contact was the first', () => {
  const evidence = cleanEvidence();
  inForce(evidence);
  reworded(evidence, { firstContact: false });
  for (const event of evidence.accepted) if (event.loanId !== 'L3') event.type = 'loan-taken-on';

  expect(violationsOf(evidence)['words-not-lawful']).toBeUndefined();
});

test('a later message need not say what the first one had to', () => {
  const evidence = cleanEvidence();
  inForce(evidence);
  act(evidence, sms).concludedAt = '2026-01-06T02:30:00.000Z';
  moreOf(evidence, sms, [24], { loan: 'L1', template: 'later@1' });
  const later = { ...must(evidence.practice.words.get(reminder)), says: [], firstContact: false };
  evidence.practice = { ...evidence.practice, words: new Map([...evidence.practice.words, ['later@1', later]]) };

  expect(violationsOf(evidence)).toEqual({});

  act(evidence, sms).result = 'failed';
  expect(violationsOf(evidence)['words-not-lawful']).toEqual([
    `${more(1)} does not say sender-identity: ${byRule('CN-ID-1')}`,
    `${more(1)} is no first contact: ${byRule('CN-ID-1')}`,
  ]);
});

test.each<[what: string, change: (evidence: Evidence) => void]>([
  [
    'a language the person asked for afterwards',
    ({ persons }) => void (must(persons[0]).saidLanguage = { language: 'en', at: '2026-01-07T00:00:00.000Z' }),
  ],
  [
    'words of a version that is no longer on file',
    (evidence) => void (act(evidence, sms).template = 'reminder-first@0'),
  ],
  ['English to who speaks that of Britain', (evidence) => void (act(evidence, sms).language = 'en-GB')],
])('%s is not minded', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)['words-not-lawful']).toBeUndefined();
});

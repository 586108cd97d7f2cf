import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { more, moreOf } from '../testing/more-of.js';
import { act, call, changed, must, sms, withoutNumber } from '../testing/plant.js';

const asked = more(1);
const askedAgain = more(2);

/** A contact person of P1 who is asked twice where P1 is, four days apart. */
const askTwice = (evidence: Evidence, first: object, role = 'emergency-contact'): void => {
  withoutNumber(evidence, '2026-01-05');
  evidence.persons.push({
    personId: 'P5',
    zone: 'Asia/Shanghai',
    relations: [{ to: 'P1', role, namedBy: 'borrower' }],
    holds: [],
  });
  moreOf(evidence, sms, [0.25, 96], {
    kind: 'place-call',
    channel: 'call',
    loan: 'L1',
    personId: 'P5',
    purpose: 'locate',
    unreachable: { acts: [], days: ['2026-01-05'] },
    result: 'answered',
    concludedAt: '2026-01-06T03:00:00.000Z',
  });
  Object.assign(act(evidence, asked), first);
  act(evidence, askedAgain).concludedAt = '2026-01-10T03:00:00.000Z';
};

findsOnly('third-parties-pressed', [
  [
    'a contact person who is asked to pay',
    (evidence) => askTwice(evidence, { purpose: 'collect' }),
    `${asked}: P5 owes nothing and was asked to pay`,
  ],
  [
    'somebody nobody knows to be anything to the loan who is asked to pay',
    ({ loans }) => void (must(loans[0]).debtors = [{ personId: 'P9', role: 'borrower' }]),
    `${sms}: P1 owes nothing and was asked to pay`,
  ],
  [
    'a contact person who refused and is contacted again',
    (evidence) => askTwice(evidence, { code: 'third-party-refuses' }),
    `${askedAgain} began at 2026-01-10T02:00:00.000Z, after P5 had refused for ever in ${asked}`,
  ],
  [
    'a contact person whose refusal only a journal tells of',
    (evidence) => {
      askTwice(evidence, {});
      return changed(evidence, 't/L1/1', 'contact-concluded', (fact) => ({
        ...fact,
        outcome: { actId: asked, code: 'complains' },
      }));
    },
    `${askedAgain} began at 2026-01-10T02:00:00.000Z, after P5 had refused for ever in ${asked}`,
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => void]>([
  [
    'a contact person who passes it on and is asked again',
    (evidence) => askTwice(evidence, { code: 'third-party-relays' }),
  ],
  [
    'a refusal heard after the next contact had begun',
    (evidence) => askTwice(evidence, { code: 'third-party-refuses', concludedAt: '2026-01-10T02:00:01.000Z' }),
  ],
  [
    'a debtor who refuses to pay and is called again',
    (evidence) => {
      act(evidence, call).code = 'refuses';
      moreOf(evidence, call, [24], { loan: 'L3' });
    },
  ],
  ['a guarantor who is asked to pay', (evidence) => askTwice(evidence, { purpose: 'collect' }, 'guarantor')],
])('%s is not pressed', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)['third-parties-pressed']).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import type { News } from '../news.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, must, outside, place, sms } from '../testing/plant.js';

const changed = { news: 'creditor', changeId: 'c', to: 'guarantee-1', on: '2026-01-01' } as const;
const notified = { ...changed, notifiedOn: '2026-01-02' };

/** Told beside the first instalment of L1, before the message about L1 and L2. */
const told = (evidence: Evidence, ...news: News[]): void =>
  void must(must(evidence.incoming.find(({ loan, news: all }) => loan === 'L1' && all)).news).push(...news);
const named = (evidence: Evidence, creditors: string[]): void =>
  void (must(outside(evidence).received.find(({ id }) => id === sms)).creditors = creditors);
const ours = '示例消费金融有限公司';
const theirs = '示例融资担保有限公司';
/** Words that name no creditor, and before them words that do. */
const silenced = (evidence: Evidence, earlier: boolean): void => {
  const { words } = evidence.practice;
  const template = must(act(evidence, sms).template);
  const known = must(words.get(template));
  const silent = { ...known, says: known.says.filter((each) => each !== 'creditor') };
  const all = new Map([...words, [template, silent], ['first-to-name@1', known]]);
  evidence.practice = { ...evidence.practice, words: all };
  const one = act(evidence, sms);
  const begunAt = earlier ? '2026-01-05T02:00:00.000Z' : '2026-01-07T02:00:00.000Z';
  evidence.acts.push({ ...one, id: `${one.id}-naming`, template: 'first-to-name@1', begunAt, covers: [] });
};

findsOnly('creditors-misnamed', [
  [
    'a message that names who lent after the notice of an assignment',
    (evidence) => told(evidence, notified),
    [sms, place].map((id) => `${id} of loan L1 names who lent as creditor, it is guarantee-1`),
  ],
  [
    'a message that names a new creditor of whom the debtor was not notified',
    (evidence) => {
      told(evidence, changed);
      must(act(evidence, sms).covers[0]).creditor = 'guarantee-1';
    },
    `${sms} of loan L1 names guarantee-1 as creditor, it is who lent`,
  ],
  [
    'a message about a claim of which two are told to be the creditor',
    (evidence) => told(evidence, notified, { ...notified, changeId: 'd', to: 'east-amc' }),
    [sms, place].map((id) => `${id} of loan L1: nobody can say whose the claim is`),
  ],
  [
    'a handover that tells the agency nothing of the new creditor',
    (evidence) => {
      told(evidence, notified);
      must(act(evidence, sms).covers[0]).creditor = 'guarantee-1';
    },
    `${place} of loan L1 names who lent as creditor, it is guarantee-1`,
  ],
  [
    'a text that arrived with another creditor than there was',
    (evidence) => named(evidence, [ours, theirs]),
    `${sms} reached somebody with guarantee-1 as creditor, it is lender`,
  ],
]);

test('words without a creditor after an assignment are found from the day on which words named one', () => {
  const of = (earlier: boolean) => {
    const evidence = cleanEvidence();
    told(evidence, notified);
    must(act(evidence, place).covers[0]).creditor = 'guarantee-1';
    silenced(evidence, earlier);
    return violationsOf(evidence)['creditors-misnamed'];
  };
  expect(of(true)).toEqual([`${sms} of loan L1 does not name the creditor guarantee-1`]);
  expect(of(false)).toBeUndefined();
});

test.each<[what: string, change: (evidence: Evidence) => void]>([
  [
    'each loan of a message under its own creditor',
    (evidence) => {
      told(evidence, changed, notified);
      for (const id of [sms, place]) must(act(evidence, id).covers[0]).creditor = 'guarantee-1';
      named(evidence, [ours, theirs]);
    },
  ],
  ['a name that is not on file any more', (evidence) => named(evidence, ['示例旧名有限公司'])],
])('%s is not minded', (_what, change) => {
  const evidence = cleanEvidence();
  change(evidence);
  expect(violationsOf(evidence)).toEqual({});
});

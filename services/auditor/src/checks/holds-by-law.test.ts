import { expect, test } from 'vitest';
import type { AuditedHold } from '../audited-hold.js';
import type { Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, byRule, must, sms, visit } from '../testing/plant.js';

const notice = 't/L2/1/1/notice/1';
const hold = (reason: string, more: Partial<AuditedHold> = {}): AuditedHold => ({
  id: 'h',
  reason,
  scope: { person: 'P1' },
  stops: ['contact'],
  from: '2026-01-01T00:00:00.000Z',
  until: '2026-01-07T00:00:00.000Z',
  ...more,
});
const held = ({ persons }: Evidence, of: AuditedHold): void => void must(persons[0]).holds.push(of);
const during = { from: '2026-03-20T00:00:00.000Z', until: '2026-04-01T00:00:00.000Z' };
const notices = (reason: string, rule?: string): string[] =>
  [[notice, '15:00'] as const, [`${notice}~6`, '14:30'] as const].map(
    ([id, time]) =>
      `${id} began at 2026-03-21T${time}:00.000Z under the hold h (${reason})${rule === undefined ? '' : `: ${byRule(rule)}`}`,
  );
/** A rule of a pack that lets nothing be said while a dispute lasts. */
const silent = (evidence: Evidence): void => {
  const rules = evidence.law.rules.map((rule) =>
    rule.id === 'CN-HOLD-DISPUTE' ? { ...rule, allowedWhileHeld: [] } : rule,
  );
  evidence.law = { ...evidence.law, rules };
};
const began = `${sms} began at 2026-01-06T02:00:00.000Z under the hold h`;

findsOnly('contacts-while-held', [
  [
    'a notice under a hold while which a pack lets none be given',
    (evidence) => {
      silent(evidence);
      held(evidence, hold('dispute', during));
    },
    notices('dispute', 'CN-HOLD-DISPUTE'),
  ],
  [
    'a message under a hold that by itself stops only escalation, and by law contact',
    (evidence) => held(evidence, hold('insolvency', { stops: ['escalation'] })),
    `${began} (insolvency): ${byRule('CN-HOLD-INSOLVENCY')}`,
  ],
  [
    'a message on the fourth day of thirty that a law gives, under a hold of three',
    (evidence) => held(evidence, hold('hardship-claim', { until: '2026-01-04T00:00:00.000Z' })),
    `${began} (hardship-claim): ${byRule('CN-HOLD-HARDSHIP-CLAIM')}`,
  ],
  [
    'a notice while somebody else’s fraud is looked into',
    (evidence) => held(evidence, hold('identity-theft', during)),
    notices('identity-theft'),
  ],
  [
    'an answer while a matter is in court',
    (evidence) => {
      Object.assign(act(evidence, notice), { purpose: 'service', template: 'receipt@1' });
      Object.assign(act(evidence, `${notice}~6`), { purpose: 'service', template: 'receipt@1' });
      held(evidence, hold('legal-proceedings', during));
    },
    notices('legal-proceedings'),
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => void]>([
  ['of an event whose rule lets notices be given', (evidence) => held(evidence, hold('dispute', during))],
  [
    'under the law of another place',
    (evidence) => {
      silent(evidence);
      must(evidence.loans[2]).holds.push(hold('dispute', { ...during, scope: { loan: 'L3' } }));
    },
  ],
  [
    'that ended before its days had run',
    (evidence) => held(evidence, hold('hardship-claim', { endedAt: '2026-01-04T00:00:00.000Z' })),
  ],
  [
    'whose days by law had run, taken on long after it began',
    (evidence) =>
      held(
        evidence,
        hold('hardship-claim', {
          id: '/servicing/e1/hold/1',
          from: '2025-11-01T00:00:00.000Z',
          until: '2025-12-01T00:00:00.000Z',
        }),
      ),
  ],
])('a contact beside a hold %s is no violation', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)['contacts-while-held']).toBeUndefined();
});

test('a visit under a hold for who may be vulnerable is one against the law of Britain, a call is not', () => {
  const evidence = cleanEvidence();
  must(evidence.loans[2]).jurisdiction = 'GB';
  must(evidence.persons[1]).holds.push(
    hold('vulnerability', { scope: { person: 'P3' }, stops: ['legal'], until: '2026-03-01T00:00:00.000Z' }),
  );

  expect(violationsOf(evidence)['contacts-while-held']).toEqual([
    `${visit} began at 2026-02-02T14:00:00.000Z under the hold h (vulnerability): ${byRule('UK-HOLD-VULNERABILITY')}`,
  ]);
});

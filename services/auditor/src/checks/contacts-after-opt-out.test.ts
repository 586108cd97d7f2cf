import { expect, test } from 'vitest';
import type { AuditedStanding } from '../audited-standing.js';
import type { Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, byRule, call, must, sms } from '../testing/plant.js';

type OptOut = NonNullable<AuditedStanding['optOuts']>[number];

const before = '2026-01-05T00:00:00.000Z';
const optedOut = (evidence: Evidence, nth: number, out: OptOut, places: string[] = []): void =>
  void (must(evidence.persons[nth]).standing = { optOuts: [out], places });
const began = `${sms} by sms began at 2026-01-06T02:00:00.000Z`;

/** A pack in which one opt-out is one from all media. */
const oneIsAll = (evidence: Evidence): void => {
  const rules = evidence.law.rules.map((rule) =>
    rule.id === 'CN-REC-1' && rule.kind === 'channel-permission'
      ? { ...rule, channels: ['sms'], recordingRequired: false, optOut: 'all' as const }
      : rule,
  );
  evidence.law = { ...evidence.law, rules };
};

findsOnly('contacts-after-opt-out', [
  [
    'a message to who had opted out of messages',
    (evidence) => optedOut(evidence, 0, { channel: 'sms', at: before }),
    `${began}, after P1 had opted out of sms at ${before}`,
  ],
  [
    'a message to who had opted out of everything',
    (evidence) => optedOut(evidence, 0, { at: before }),
    `${began}, after P1 had opted out of all at ${before}`,
  ],
  [
    'a call by people to who wants none by machines',
    (evidence) => optedOut(evidence, 1, { channel: 'dialler', at: before }, ['US-MA']),
    `${call} by call began at 2026-01-13T15:30:00.000Z, after P3 had opted out of dialler at ${before}`,
  ],
]);

test('where a pack says that one opt-out is all, another medium is none either', () => {
  const evidence = cleanEvidence();
  oneIsAll(evidence);
  evidence.law.rules = evidence.law.rules.map((rule) =>
    rule.id === 'CN-REC-1' ? { ...rule, effectiveFrom: '2026-01-01' } : rule,
  );
  optedOut(evidence, 0, { channel: 'email', at: before });

  expect(violationsOf(evidence)['contacts-after-opt-out']).toEqual([
    `${began}, after P1 had opted out of email at ${before}: ${byRule('CN-REC-1')}`,
  ]);
});

test.each<[what: string, change: (evidence: Evidence) => void]>([
  ['after an opt-out from another medium', (evidence) => optedOut(evidence, 0, { channel: 'email', at: before })],
  [
    'at a point other than the one opted out of',
    (evidence) => optedOut(evidence, 0, { channel: 'sms', pointId: 'other', at: before }),
  ],
  [
    'in the very instant of the opt-out',
    (evidence) => optedOut(evidence, 0, { channel: 'sms', at: '2026-01-06T02:00:00.000Z' }),
  ],
  [
    'after an opt-out that was taken back',
    (evidence) => optedOut(evidence, 0, { channel: 'sms', at: before, until: '2026-01-06T01:00:00.000Z' }),
  ],
  [
    'that answers what the person asked',
    (evidence) => {
      optedOut(evidence, 0, { channel: 'sms', at: before });
      act(evidence, sms).purpose = 'service';
    },
  ],
])('a contact %s is none after it', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)['contacts-after-opt-out']).toBeUndefined();
});

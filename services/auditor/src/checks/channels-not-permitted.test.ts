import { expect, test } from 'vitest';
import type { AuditedStanding } from '../audited-standing.js';
import type { PermissionRule } from '../law/contact-rule.js';
import type { Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, byRule, call, must, sms } from '../testing/plant.js';

type Ground = NonNullable<AuditedStanding['consents']>[number];

const given = '2026-01-02T00:00:00.000Z';
const consent: Ground = { to: 'medium', channel: 'dialler', basis: 'consent', at: given };

/** P3, who lives in Massachusetts, is rung up by a machine of ours. */
const rungUp = (evidence: Evidence, consents: Ground[], optOuts: AuditedStanding['optOuts'] = []): void => {
  must(evidence.persons[1]).standing = { places: ['US-MA'], consents, optOuts };
  const [template] = [...evidence.practice.words.keys()].filter((name) => name.startsWith('call-script@'));
  Object.assign(act(evidence, call), { channel: 'dialler', template });
  must(evidence.outside?.received.find(({ id }) => id === call)).channel = 'dialler';
};
const without = `${call} by dialler had no ground that counts: ${byRule('US-TCPA-1')}`;

findsOnly('channels-not-permitted', [
  ['a machine that rang without consent', (evidence) => rungUp(evidence, []), without],
  [
    'a consent of another basis than the rule takes',
    (evidence) => rungUp(evidence, [{ ...consent, basis: 'creditor-handover' }]),
    without,
  ],
  ['a consent to another channel', (evidence) => rungUp(evidence, [{ ...consent, channel: 'voice-bot' }]), without],
  [
    'a consent given afterwards',
    (evidence) => rungUp(evidence, [{ ...consent, at: '2026-01-14T00:00:00.000Z' }]),
    without,
  ],
  [
    'a consent that had lapsed',
    (evidence) => rungUp(evidence, [{ ...consent, until: '2026-01-13T15:30:00.000Z' }]),
    without,
  ],
  [
    'calls in China by a line that is not recorded',
    (evidence) => {
      const { own } = evidence.practice;
      evidence.practice = {
        ...evidence.practice,
        own: { ...own, lines: { ...own.lines, call: { recorded: false, officialAccount: true } } },
      };
      must(evidence.loans[2]).jurisdiction = 'CN';
      const rules = evidence.law.rules.map((rule) =>
        rule.id === 'CN-REC-1' ? { ...rule, effectiveFrom: '2026-01-01' } : rule,
      );
      evidence.law = { ...evidence.law, rules };
      must(evidence.persons[1]).standing = { places: ['US-MA'] };
    },
    `${call} by call went by a line that is not recorded: ${byRule('CN-REC-1')}`,
  ],
]);

test('a consent that an opt-out took back before is no ground', () => {
  const evidence = cleanEvidence();
  rungUp(evidence, [consent], [{ channel: 'call', at: '2026-01-10T00:00:00.000Z' }]);

  expect(violationsOf(evidence)['channels-not-permitted']).toEqual([without]);
});

test('a consent given after the opt-out is a ground, and so is one not taken back yet', () => {
  for (const at of ['2026-01-01T00:00:00.000Z', '2026-01-14T00:00:00.000Z']) {
    const evidence = cleanEvidence();
    rungUp(evidence, [consent], [{ channel: 'dialler', at }]);

    expect(violationsOf(evidence)['channels-not-permitted']).toBeUndefined();
  }
});

/** The message of 2026-01-06 02:00 under a rule of this kind. */
const judgedBy = (rule: Partial<PermissionRule>, consents: Ground[]): string[] | undefined => {
  const evidence = cleanEvidence();
  const rules = evidence.law.rules.map((each) =>
    each.kind === 'channel-permission' && each.id === 'US-TCPA-1'
      ? { ...each, jurisdiction: '*', channels: ['sms'], ...rule }
      : each,
  );
  evidence.law = { ...evidence.law, rules };
  must(evidence.persons[0]).standing = { consents };
  return violationsOf(evidence)['channels-not-permitted'];
};
const bySms = (basis: string, at: string): Ground => ({ to: 'medium', channel: 'sms', basis, at });

test.each<[what: string, rule: Partial<PermissionRule>, consents: Ground[], isFound: boolean]>([
  [
    'sixty days old to the minute',
    { basis: ['consent'], basisDays: 60 },
    [bySms('consent', '2025-11-07T02:00:00.000Z')],
    true,
  ],
  ['a minute younger', { basis: ['consent'], basisDays: 60 }, [bySms('consent', '2025-11-07T02:01:00.000Z')], false],
  [
    'of a handover on the last of the days to object',
    { basis: ['creditor-handover'], handoverNoticeDays: 35 },
    [bySms('creditor-handover', '2025-12-02T02:00:00.000Z')],
    true,
  ],
  [
    'of a handover on the day after them',
    { basis: ['creditor-handover'], handoverNoticeDays: 35 },
    [bySms('creditor-handover', '2025-12-01T02:00:00.000Z')],
    false,
  ],
])('a ground %s', (_what, rule, consents, isFound) => {
  expect(judgedBy(rule, consents) !== undefined).toBe(isFound);
});

test('a channel a pack bars is never used there', () => {
  expect(judgedBy({ allowed: false }, [])).toEqual([`${sms} by sms may not be used there: ${byRule('US-TCPA-1')}`]);
});

import { join } from 'node:path';
import { keepingFaults } from '@recourse/domain/law/keeping-faults';
import { ruleDemands } from '@recourse/domain/law/rule-demands';
import type { HashedPack } from '@recourse/domain/law/rule-pack';
import type { Rule, RuleKind, RuleOf } from '@recourse/domain/law/rule';
import { describe, expect, it, test } from 'vitest';
import { repoRoot } from '../local/repo-root.js';
import { readLaw } from './read-law.js';
import { readSurvey } from './read-survey.js';

const policies = join(repoRoot, 'policies');
const { law } = readLaw(policies);
const rows = readSurvey(policies, law.packs).parts.flatMap((part) => part.rows);
const every = law.packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, pack, rule] as const));

/** Every fault of one rule of a pack when it is another. */
const faultsWith = (pack: HashedPack, changed: Rule): string[] => keepingFaults(rows, [{ ...pack, rules: [changed] }]);
const shipped = <K extends RuleKind>(id: string, kind: K): [HashedPack, RuleOf<K>] => {
  for (const [each, pack, rule] of every) if (each === id && rule.kind === kind) return [pack, rule as RuleOf<K>];
  throw new Error(`no ${kind} ${id}`);
};
const faultsOf = <K extends RuleKind>(
  id: string,
  kind: K,
  change: (rule: RuleOf<K>) => Partial<RuleOf<K>>,
): string[] => {
  const [pack, rule] = shipped(id, kind);
  return faultsWith(pack, { ...rule, ...change(rule) } as Rule);
};

describe('a rule that says less than its row of the survey', () => {
  it('is refused when a third party may be asked for more than the row has', () =>
    expect(faultsOf('US-3P-1', 'party-eligibility', () => ({ purposes: ['locate', 'collect', 'relay'] }))).toEqual([
      'US-3P-1 of pack us-reg-f has purposes ["locate","collect","relay"] for ["locate"] of row US-3P-1 of the survey',
    ]));

  it('is refused when what must be true first, or that a refusal is for ever, is gone', () => {
    const [pack, rule] = shipped('CN-3P-2', 'party-eligibility');
    const { when, ...unasked } = rule;
    expect(when).toHaveLength(3);
    expect(faultsWith(pack, unasked)).toEqual([
      expect.stringMatching(/^CN-3P-2 of pack cn has when none for \["debtor/),
    ]);
    expect(faultsOf('CN-3P-2', 'party-eligibility', () => ({ blockOnRefusal: false }))).toEqual([
      'CN-3P-2 of pack cn has blockOnRefusal false for true of row CN-3P-2 of the survey',
    ]);
    expect(
      faultsOf('CN-3P-2', 'party-eligibility', () => ({ when: ['debtor-unreachable', 'willing-to-pay'] })),
    ).toHaveLength(1);
  });

  it('is refused when its hours are wider, and not when they are narrower', () => {
    const windows = (from: string, to: string) =>
      faultsOf('CN-TIME-1', 'contact-window', ({ windows: [first] }) => ({
        windows: [{ days: first?.days ?? [], from, to }],
      }));
    expect(windows('00:00', '24:00')).toEqual([expect.stringMatching(/^CN-TIME-1 of pack cn has windows /)]);
    expect([windows('07:59', '22:00'), windows('08:00', '22:01')].map(({ length }) => length)).toEqual([1, 1]);
    expect([windows('08:00', '22:00'), windows('09:00', '12:00')]).toEqual([[], []]);
  });

  it('is refused when it forbids no words, or one fewer', () => {
    const without = (most: number) =>
      faultsOf('CN-ID-1-AUTHORITY', 'content-gate', ({ forbidden }) => ({ forbidden: forbidden.slice(0, most) }));
    expect([without(0), without(5), without(6)].map(({ length }) => length)).toEqual([1, 1, 0]);
  });

  it('is refused one above its number or below its days, and not where it is stricter', () => {
    const cap = (limit: number, days: number) => faultsOf('US-FREQ-1', 'frequency-cap', () => ({ limit, days }));
    expect([cap(8, 7), cap(7, 6)].map(({ length }) => length)).toEqual([1, 1]);
    expect([cap(7, 7), cap(6, 7), cap(7, 8)]).toEqual([[], [], []]);
  });

  it('is refused when the text has a word for it and the rule is of another kind', () =>
    expect(faultsOf('CN-TIME-1', 'contact-window', () => ({ kind: 'visit-protocol' as never }))).toContain(
      'CN-TIME-1 of pack cn is a visit-protocol, which has no windows to compare of row CN-TIME-1 of the survey',
    ));
});

test.each(every)('a rule lifted, begun later or ended is refused by name: %s', (id, pack, rule) => {
  const less: [string, Partial<Rule>][] = [
    ['effectiveTo', { effectiveTo: '2021-12-01' }],
    ['effectiveFrom', { effectiveFrom: '2099-01-01' }],
    ['override', { override: ['agreed-time', 'consent', 'court-order'] }],
  ];
  for (const [field, change] of less)
    expect(faultsWith(pack, { ...rule, ...change } as Rule), field).toContainEqual(
      expect.stringMatching(`^${id} of pack ${pack.pack} has ${field} `),
    );
});

/** A field made weaker in the one way its value can be: nothing for a list that demands, nothing at all for a number, another word. */
const emptied = (rule: Rule, field: string): Rule => {
  const value = (rule as unknown as Record<string, unknown>)[field];
  const isOneOf = ['when', 'basis', 'fieldsAllowed'].includes(field);
  const so = isOneOf ? undefined : Array.isArray(value) ? [] : value === true ? false : undefined;
  return { ...rule, [field]: so } as Rule;
};

test.each(every)('no field of a rule can be emptied to let more through unseen: %s', (id, pack, rule) => {
  // Emptied, these forbid more.
  const lets = ['override', 'exclusions', 'purposes', 'allowedWhileHeld', 'effectiveTo', 'extensions', 'consentDays'];
  const ever = ['firstContactOnly', 'circumstance', 'dpd', 'onlyWhile', 'allowed', 'optOut', 'maxContactsDays'];
  const counts = ['scope', 'windows', 'dayOneIsTriggerDay', ...(rule.kind === 'hold-on-event' ? ['days'] : [])];
  const fields = Object.keys(ruleDemands[rule.kind]).filter((field) => {
    const value = (rule as unknown as Record<string, unknown>)[field];
    const says = value !== undefined && value !== false && value !== 0 && !(Array.isArray(value) && value.length === 0);
    return says && ![...lets, ...ever, ...counts, 'effectiveFrom', 'dayCalendar', 'assumedAfterDays'].includes(field);
  });
  for (const field of fields)
    expect(faultsWith(pack, emptied(rule, field)), `${id} ${field}`).toContainEqual(
      expect.stringMatching(`^${id} of pack ${pack.pack} (has ${field} |cannot be compared)`),
    );
});

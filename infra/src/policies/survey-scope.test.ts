import { join } from 'node:path';
import { coverageFaults } from '@recourse/domain/law/coverage';
import { keepingFaults } from '@recourse/domain/law/keeping-faults';
import { holdsIn, type HashedPack } from '@recourse/domain/law/rule-pack';
import type { Rule } from '@recourse/domain/law/rule';
import { expect, test } from 'vitest';
import { repoRoot } from '../local/repo-root.js';
import { readLaw } from './read-law.js';
import { readSurvey } from './read-survey.js';

const policies = join(repoRoot, 'policies');
const { law } = readLaw(policies);
const rows = readSurvey(policies, law.packs).parts.flatMap((part) => part.rows);
const faultsOf = (packs: readonly HashedPack[]): string[] => coverageFaults(rows, packs);
const lawPacks = law.packs.filter(({ jurisdiction }) => jurisdiction !== '*');
const withPack = (changed: HashedPack): HashedPack[] =>
  law.packs.map((pack) => (pack.pack === changed.pack ? changed : pack));

const moves = lawPacks.flatMap((pack) =>
  ['CN', 'GB', 'US', 'US-OH', 'US-MA', 'DE'].map((place) => [pack.pack, place, pack] as const),
);
test.each(moves)('a pack moved from its place is refused where that place is left out: %s in %s', (_, place, pack) => {
  const faults = faultsOf(withPack({ ...pack, jurisdiction: place }));
  if (holdsIn({ jurisdiction: place }, pack.jurisdiction)) expect(faults).toEqual([]);
  else
    for (const { id } of pack.rules)
      expect(faults).toContainEqual(
        expect.stringMatching(`^${id} of pack ${pack.pack} holds in ${place} and not in ${pack.jurisdiction}: row `),
      );
});

/** Every way to make a rule hold for less by one word of one list, or for a product by a name with a slip in it. */
const narrowings = (rule: Rule): { field: string; rule: Rule }[] => {
  const words = rule as unknown as Record<string, readonly string[] | undefined>;
  const less = (field: string, value: readonly string[]) => ({ field, rule: { ...rule, [field]: value } as Rule });
  const fields = ['actor', 'channels', 'parties', 'placeTypes', 'product'];
  if (rule.kind !== 'party-eligibility') fields.push('purposes');
  return [
    ...fields.flatMap((field) =>
      (words[field] ?? []).map((left) =>
        less(
          field,
          (words[field] ?? []).filter((word) => word !== left),
        ),
      ),
    ),
    less('product', ['mortgag']),
  ];
};

test.each(law.packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, pack, rule] as const)))(
  'a rule that holds for one word less than the survey says is refused by name: %s',
  (_, pack, rule) => {
    const tried = narrowings(rule);
    expect(tried.length).toBeGreaterThan(1);
    for (const { field, rule: narrowed } of tried)
      expect(keepingFaults(rows, [{ ...pack, rules: [narrowed] }]), `${rule.id} ${field}`).toContainEqual(
        expect.stringMatching(`^${rule.id} of pack ${pack.pack} leaves out ${field} `),
      );
  },
);

test('a rule that holds for more than the survey says is in order', () => {
  const wider = law.packs.map((pack) => ({
    ...pack,
    rules: pack.rules.map((rule) =>
      rule.id === 'US-FREQ-1'
        ? { ...rule, actor: ['first-party', 'agency', 'buyer'], channels: ['sms', 'voice-bot', 'dialler', 'call'] }
        : rule,
    ) as Rule[],
  }));
  expect(faultsOf(wider)).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differsBecause, listedCount } from './by-design.js';
import { carriedFiles } from './carried-files.js';
import { isDeed, type CarriedFigures, type CarriedScenario } from './carried-scenario.js';
import { crossCheckPage } from './cross-check-page.js';
import { crossCheck } from './cross-check.js';
import { rulesOf } from './fineract-rules.js';
import { differences } from './hold-figures.js';
import { centsOf } from './position-after.js';

const all = carriedFiles.flatMap(({ scenarios }) => scenarios);
const agreeing = all.filter((scenario) => differsBecause(scenario) === undefined);
const titled = (scenarios: readonly CarriedScenario[]) =>
  scenarios.map((scenario) => [`${scenario.feature}:${scenario.line}`, scenario.scenario, scenario] as const);

describe.each(titled(agreeing))('%s %s', (_where, _name, scenario) => {
  it('comes to the figures that Fineract states', () => {
    const { differing, statements } = crossCheck(scenario);
    expect(differing).toEqual([]);
    expect(statements).toBeGreaterThan(0);
  });
});

const held = new Set(['Principal due', 'Interest', 'Fees', 'Penalties', 'Due', 'Paid', 'Waived', 'Outstanding']);
const moreBy1 = (stated: string): string => `${(centsOf(stated) + 1) / 100}`;

/** The same statement with one figure a cent higher, for each figure it holds. */
const tampered = (step: CarriedFigures): CarriedFigures[] => {
  if (!('rows' in step)) return [{ ...step, amount: moreBy1(step.amount) }];
  if (step.states === 'transactions' || step.states === 'charges') return [];
  return step.rows.flatMap((row, nth) =>
    Object.entries(row)
      .filter(([head, stated]) => held.has(head) && stated !== '')
      .map(([head, stated]) => ({
        ...step,
        rows: step.rows.map((each, n) => (n === nth ? { ...row, [head]: moreBy1(stated) } : each)),
      })),
  );
};

describe('the cross-check', () => {
  it('holds at least forty scenarios against figures nobody here computed, each with its source and licence', () => {
    expect(agreeing.length).toBeGreaterThanOrEqual(120);
    for (const { commit, license, source } of carriedFiles) {
      expect(commit).toMatch(/^[0-9a-f]{40}$/);
      expect(license).toContain('Apache-2.0');
      expect(source).toMatch(/^apache\/fineract .*\.feature$/);
    }
  });

  it('lists every scenario that differs with its reason, and none that agrees', () => {
    const differing = all.filter((scenario) => {
      const { differing: found, unsayable } = crossCheck(scenario);
      return found.length > 0 || unsayable !== undefined;
    });
    expect(differing.map(({ feature, line }) => `${feature}:${line}`)).toEqual(
      all.filter((scenario) => differsBecause(scenario)).map(({ feature, line }) => `${feature}:${line}`),
    );
    expect(differing).toHaveLength(listedCount);
  });

  it('notices every figure of a schedule, a total or a balance that is a cent off', () => {
    let figures = 0;
    for (const scenario of agreeing.filter((_, nth) => nth % 5 === 0)) {
      const rules = rulesOf(scenario);
      scenario.steps.forEach((step, nth) => {
        if (isDeed(step) || typeof rules === 'string') return;
        const deeds = scenario.steps.slice(0, nth).filter(isDeed);
        for (const changed of tampered(step)) {
          expect(differences(scenario, rules, deeds, changed)).toHaveLength(1);
          figures += 1;
        }
      });
    }
    expect(figures).toBeGreaterThan(1_000);
  });

  it('is told in docs/money-crosscheck.md as it stands', () => {
    const page = readFileSync(new URL('../../../docs/money-crosscheck.md', import.meta.url), 'utf8');
    expect(page).toBe(crossCheckPage());
  });
});

/**
 * Carries scenarios of Apache Fineract's end-to-end features over as data, figures unchanged:
 *   node --import tsx --conditions=source test/money/fineract/extract.ts --features DIR --commit HASH
 * DIR holds the .feature files of `fineract-e2e-tests-runner/src/test/resources/features` at that commit. Run again, it writes the same
 * bytes. What a scenario needs that is no allocation of money (interest reckoned anew, several disbursals) leaves it out, counted on the way.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CarriedDeed, CarriedFile, CarriedScenario } from './carried-scenario.js';
import { scheduleOf } from './carry-schedule.js';
import { stepsOf } from './carry-steps.js';
import { scenariosOf, type FeatureScenario } from './feature-text.js';

const { values } = parseArgs({ options: { features: { type: 'string' }, commit: { type: 'string' } } });
const { features = '.', commit = '' } = values;
if (!/^[0-9a-f]{40}$/.test(commit)) throw new Error('--commit: 40 hex digits');

/** Columns we hold nothing against. */
const unheld = new Set([
  'Days',
  'Balance of loan',
  'Payment due at',
  'Calculation type',
  'Loan Balance',
  'Paid date',
  'In advance',
  'Late',
]);
/** Nor against what a loan paid out, accrued or waived as a transaction, nor the row of the day it was paid out. */
const moved =
  /^(Repayment|Down Payment|Goodwill Credit|Merchant Issued Refund|Payout Refund|Charge Adjustment|Chargeback)$/;
const held = (rows: Record<string, string>[]): Record<string, string>[] =>
  rows
    .filter((row) => row['Nr'] !== '' && moved.test(row['Transaction Type'] ?? 'Repayment'))
    .map((row) => Object.fromEntries(Object.entries(row).filter(([head]) => !unheld.has(head))));

function carried(feature: string, scenario: FeatureScenario): CarriedScenario | string {
  if (scenario.skipped) return 'Fineract does not run it itself';
  const schedule = scheduleOf(scenario);
  if (typeof schedule === 'string') return schedule;
  const { instalments, product } = schedule;
  const [first] = instalments;
  // Automatic down payments are no step of the scenario: the first instalment is paid the day the loan is paid out.
  const down: CarriedDeed[] =
    product.includes('DOWNPAYMENT_AUTO') && first
      ? [{ do: 'pay', line: scenario.line, id: 'd1', on: first.dueOn, amount: first.principal, kind: 'DOWN_PAYMENT' }]
      : [];
  const steps = stepsOf(scenario, down);
  if (typeof steps === 'string') return steps;
  if (!steps.some((step) => 'states' in step)) return 'it states no figure that we hold';
  if (!steps.some((step) => 'do' in step && step.do !== 'charge')) return 'no money moves in it';
  // A product is changed for all that come after; the loan keeps what held when it was ordered.
  const ordered = scenario.steps.findIndex(({ text }) => text.startsWith('Admin creates a fully customized loan'));
  const futures = scenario.steps.slice(0, Math.max(0, ordered)).flatMap(({ text }) => {
    const found = /"DEFAULT" transaction type to "([A-Z_]+)" future installment/.exec(text);
    return found?.[1] === undefined ? [] : [found[1]];
  });
  return {
    feature,
    line: scenario.line,
    scenario: scenario.name,
    ...schedule,
    future: futures.at(-1) ?? 'NEXT_INSTALLMENT',
    steps: steps.map((step) => ('rows' in step ? { ...step, rows: held(step.rows) } : step)),
  };
}

/** JSON with a step a line: a change of a figure is a change of one line. */
const compact = ({ instalments, steps, ...head }: CarriedScenario): string => {
  const lines = (each: readonly object[]): string => each.map((one) => `      ${JSON.stringify(one)}`).join(',\n');
  const open = JSON.stringify(head).slice(0, -1);
  return `    ${open},\n      "instalments": [\n${lines(instalments)}\n      ],\n      "steps": [\n${lines(steps)}\n      ] }`;
};

/** Of `Loan.feature` those about the order of payments; of the others all. */
const wanted = (feature: string, { strategy }: CarriedScenario): boolean =>
  feature !== 'Loan.feature' || strategy === 'ADVANCED_PAYMENT_ALLOCATION';

for (const name of ['LoanRepayment', 'LoanCharge', 'LoanChargeback', 'Loan']) {
  const feature = `${name}.feature`;
  const left = new Map<string, number>();
  const scenarios = scenariosOf(readFileSync(join(features, feature), 'utf8')).flatMap((scenario) => {
    const found = carried(feature, scenario);
    if (typeof found !== 'string') return wanted(feature, found) ? [found] : [];
    left.set(found, (left.get(found) ?? 0) + 1);
    return [];
  });
  const head: Omit<CarriedFile, 'scenarios'> = {
    source: `apache/fineract fineract-e2e-tests-runner/src/test/resources/features/${feature}`,
    commit,
    license: 'Apache-2.0, Copyright The Apache Software Foundation; figures and scenario names carried over unchanged',
  };
  const text = `${JSON.stringify(head).slice(0, -1)},\n  "scenarios": [\n${scenarios.map(compact).join(',\n')}\n  ]\n}\n`;
  writeFileSync(new URL(`scenarios/${name}.json`, import.meta.url), text);
  console.log(`${feature}: ${scenarios.length} carried over`);
  for (const [why, count] of [...left].sort((a, b) => b[1] - a[1])) console.log(`  ${count} not: ${why}`);
}

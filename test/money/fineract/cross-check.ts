import { isDeed, type CarriedDeed, type CarriedScenario } from './carried-scenario.js';
import { rulesOf } from './fineract-rules.js';
import { differences } from './hold-figures.js';

/** `statements`: tables and totals of Fineract's that ours were held against. `unsayable`: why its order cannot be said in ours. */
export type CrossCheck = { statements: number; differing: string[]; unsayable?: string };

/** Plays a scenario on our side and holds every statement Fineract makes on the way against it. */
export function crossCheck(scenario: CarriedScenario): CrossCheck {
  const rules = rulesOf(scenario);
  if (typeof rules === 'string') return { statements: 0, differing: [], unsayable: rules };
  const deeds: CarriedDeed[] = [];
  const differing: string[] = [];
  let statements = 0;
  for (const step of scenario.steps) {
    if (isDeed(step)) deeds.push(step);
    else {
      statements += 1;
      differing.push(...differences(scenario, rules, deeds, step));
    }
  }
  return { statements, differing };
}

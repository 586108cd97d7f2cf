import { script } from '../loan-script.js';
import { afterCalls } from './after-call.js';
import { afterMessages } from './after-message.js';
import { endedLoans } from './ended.js';
import { partPayers } from './part-payers.js';
import { placedLoans } from './placed.js';
import { promiseMakers } from './promises.js';
import { protectedOnes } from './protected.js';
import type { Recipe, Seat } from './recipe.js';
import { selfCure } from './self-cure.js';
import { suedLoans } from './sued.js';
import { visited } from './visited.js';

const byPath = [
  afterMessages,
  selfCure,
  afterCalls,
  promiseMakers,
  partPayers,
  placedLoans,
  visited,
  suedLoans,
  protectedOnes,
  endedLoans,
];
const mostOfAPath = Math.max(...byPath.map((recipes) => recipes.length));

/** The demonstration portfolio: 240 loans, the first recipe of every path before the second of any. */
export const allRecipes: readonly Recipe[] = Array.from({ length: mostOfAPath }, (_, nth) =>
  byPath.flatMap((recipes) => recipes.slice(nth, nth + 1)),
).flat();

/** Somebody without a script: chance decides what is said and when money comes. */
export const byChance = (nth: number): Seat => ({
  entry: { month: 0, due: (nth % 3) as 0 | 1 | 2 },
  product: 'c',
  script: script('by-chance', [], { afterwards: 'chance' }),
  atLeast: 0,
});

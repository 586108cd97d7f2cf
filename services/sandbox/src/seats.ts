import { allRecipes, byChance } from './recipes/all-recipes.js';
import type { Recipe, Seat } from './recipes/recipe.js';

/** A seat with the name of the pair it must share a person with, if any. */
export type NamedSeat = Seat & { pair?: string };

/** Round after round the next of every recipe that has one left (pairs together), so that a small portfolio too holds some of everything. */
function inRounds(recipes: readonly Recipe[]): NamedSeat[] {
  const queues = recipes.map(({ seats, inPairs }, index) =>
    seats.map((seat, nth) => (inPairs ? { ...seat, pair: `${index}/${nth >> 1}` } : seat)),
  );
  const rounds: NamedSeat[] = [];
  while (queues.some((queue) => queue.length > 0))
    for (const [index, queue] of queues.entries()) rounds.push(...queue.splice(0, recipes[index]?.inPairs ? 2 : 1));
  return rounds;
}

/** The loans of a portfolio of `count`: the first of the 240; beyond them chance and repetition by turns. */
export function seatsFor(count: number): NamedSeat[] {
  const planned = inRounds(allRecipes);
  const more = Array.from({ length: Math.max(0, count - planned.length) }, (_, nth): NamedSeat => {
    const again = planned[(nth >> 1) % planned.length];
    if (nth % 2 === 0 || again === undefined) return byChance(nth);
    const { entry, product, script, atLeast } = again;
    return { entry, product, script, atLeast };
  });
  return [...planned.slice(0, count), ...more];
}

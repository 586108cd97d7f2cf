import { allocationOf } from '../money/allocation-of.js';
import { playedLedger } from '../money/allocate-payments.js';
import { sumOf } from '../money/components.js';
import { overdrawnPayments } from '../money/overdrawn-payments.js';
import type { Position } from '../money/position.js';
import { waiversBeforeCharge } from '../money/waivers-before-charge.js';
import type { Discrepancy } from './contract-fact.js';
import type { Terms } from './terms.js';

/** Accelerations on which nothing rests, while nobody has undone them. */
const unproved = ({ accelerations = [] }: Position): Discrepancy[] =>
  accelerations
    .filter(({ against, undoneOn }) => against !== undefined && undoneOn === undefined)
    .map(({ accelerationId: ref, due }) => ({
      id: `acceleration/${ref}`,
      about: 'acceleration',
      ref,
      ours: 0,
      theirs: sumOf(due),
    }));

const notOurs = (position: Position, terms: Terms | undefined): Discrepancy[] => {
  const { restructurings = [] } = position;
  if (restructurings.length === 0) return [];
  const { short } = playedLedger(position, 'now', allocationOf(terms));
  return restructurings.flatMap(({ restructuringId: ref, takenOver }): Discrepancy[] => {
    const missing = sumOf(short.get(ref) ?? {});
    const theirs = sumOf(takenOver);
    return missing === 0 ? [] : [{ id: `taken-over/${ref}`, about: 'taken-over', ref, ours: theirs - missing, theirs }];
  });
};

/** Payments told after more had left of them than they brought. All of it counts: what is overdrawn is owed until somebody has looked into it. */
const overdrawn = (position: Position): Discrepancy[] =>
  [...overdrawnPayments(position)].map(([ref, { came: ours, left: theirs }]) => ({
    id: `money-out/${ref}`,
    about: 'money-out',
    ref,
    ours,
    theirs,
  }));

/** Waivers whose charge was told after them and begins later. */
const waivedBefore = (position: Position): Discrepancy[] =>
  waiversBeforeCharge(position).map(({ waiverId: ref, amount: theirs }) => ({
    id: `waiver/${ref}`,
    about: 'waiver',
    ref,
    ours: 0,
    theirs,
  }));

/** In which servicing's events contradict each other, by all that is known; whatever the order it was told in. `totalsThatDiffer`: its own sums beside them. */
export const discrepanciesOf = ({ position, terms }: { position: Position; terms?: Terms }): Discrepancy[] => [
  ...unproved(position),
  ...notOurs(position, terms),
  ...overdrawn(position),
  ...waivedBefore(position),
];

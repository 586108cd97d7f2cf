import type { Day } from '../calendar/day.js';
import type { Acceleration } from './acceleration.js';
import type { Instalment, Position } from './position.js';

/** The acceleration that counts as a day ends: the latest of those the law allows, that nobody has undone by then and nobody told in error. */
export const accelerationOn = ({ accelerations = [] }: Position, until: Day): Acceleration | undefined =>
  accelerations
    .filter(
      ({ on, undoneOn, undoneBecause, against }) =>
        against === undefined &&
        undoneBecause !== 'told-in-error' &&
        on <= until &&
        (undoneOn === undefined || undoneOn > until),
    )
    .reduce<Acceleration | undefined>(
      (last, each) => (last === undefined || each.on >= last.on ? each : last),
      undefined,
    );

/**
 * The instalments that are owed by the schedules that hold as a day ends: without those a restructuring has replaced before they fell due, and
 * those an acceleration stands for.
 */
export const billedUntil = (position: Position, until: Day): readonly Instalment[] => {
  const { instalments, restructurings = [] } = position;
  const accelerated = accelerationOn(position, until);
  if (restructurings.length === 0 && accelerated === undefined) return instalments;
  return instalments.filter(({ number, dueOn }) => {
    const replaced = restructurings.some(
      ({ on, replaces }) => on <= until && dueOn > on && number >= replaces.from && number <= replaces.to,
    );
    if (replaced) return false;
    if (accelerated === undefined || number < accelerated.from || dueOn < accelerated.on) return true;
    // A schedule made after the acceleration goes on beside it.
    return restructurings.some(
      ({ on, instalments: billed }) => on >= accelerated.on && billed.some((each) => each.number === number),
    );
  });
};

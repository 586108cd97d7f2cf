import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { Minor } from './money.js';
import type { Position } from './position.js';

/** Servicing's own sums as of a day, in minor units. `at`: when it told them; absent of sums from before that was kept. */
export type ToldTotals = { asOf: Day; at?: Instant; arrears: Minor; outstanding: Minor };

/** Of two totals for the same day the higher: neither order of arrival may win. Of earlier days the last is kept. */
export const withOutstanding = (
  position: Position,
  { asOf, outstanding: told }: Pick<ToldTotals, 'asOf' | 'outstanding'>,
): Position => {
  const { outstanding, outstandingAsOf: knownAsOf, outstandingBefore: before } = position;
  if (knownAsOf === undefined) return { ...position, outstanding: told, outstandingAsOf: asOf };
  if (asOf === knownAsOf) return told <= outstanding ? position : { ...position, outstanding: told };
  if (asOf > knownAsOf)
    return {
      ...position,
      outstanding: told,
      outstandingAsOf: asOf,
      outstandingBefore: { asOf: knownAsOf, outstanding },
    };
  if (before && (before.asOf > asOf || (before.asOf === asOf && before.outstanding >= told))) return position;
  return { ...position, outstandingBefore: { asOf, outstanding: told } };
};

/** Arrears of the latest day; of one day those told last; of one instant the higher. */
const withArrears = (position: Position, { asOf, at = '', arrears }: Omit<ToldTotals, 'outstanding'>): Position => {
  const { told } = position;
  const next = { asOf, arrears, ...(at !== '' && { at }) };
  if (told === undefined || told.asOf < asOf) return { ...position, told: next };
  const { at: knownAt = '' } = told;
  const stays = told.asOf > asOf || knownAt > at || (knownAt === at && told.arrears >= arrears);
  return stays ? position : { ...position, told: next };
};

/** Keeps what servicing says it is owed beside what its events come to; nothing of it is owed for being told. The same again gives the same object. */
export const withTotals = (position: Position, told: ToldTotals): Position =>
  withArrears(withOutstanding(position, told), told);

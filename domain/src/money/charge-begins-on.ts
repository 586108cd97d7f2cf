import type { Day } from '../calendar/day.js';
import type { Charge } from './charge.js';

/** The first day on which something of a charge is owed or could be paid: before it nothing of the charge is there to be waived. */
export const chargeBeginsOn = ({ dueOn, raisedOn = dueOn }: Pick<Charge, 'dueOn' | 'raisedOn'>): Day =>
  raisedOn < dueOn ? raisedOn : dueOn;

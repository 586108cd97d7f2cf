import type { ScheduledInstalment } from './repayment-schedule.js';

/** An instalment as servicing's events have it; what is nothing is left out. */
export const toldInstalment = ({ number, dueOn, principal, interest }: ScheduledInstalment, damages = 0) => ({
  number,
  dueOn,
  due: { principal, ...(interest > 0 && { interest }), ...(damages > 0 && { damages }) },
});

import { isDay } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import { isTooFar, tooFar } from './too-far.js';
import type { ExplainEvent } from './explain-input-schema.js';
import type { ExplainRefusal, ExplainRefusalReason } from './explain-refusal.js';

/** What is wrong with the values of one event by itself. `startOn` is a day, or nothing is held against it. */
export const eventRefusals = (event: ExplainEvent, startOn: Day, at: string): ExplainRefusal[] => {
  const refusals: ExplainRefusal[] = [];
  const refuse = (reason: ExplainRefusalReason, field: string, text: string): void => {
    refusals.push({ reason, field: `${at}.${field}`, text });
  };
  const checkDay = (day: Day, field: string): void => {
    if (!isDay(day)) refuse('day-invalid', field, 'must be a day that exists, YYYY-MM-DD');
    else if (isDay(startOn) && day < startOn)
      refuse('before-contract-start', field, `must not be before the contract began (${startOn})`);
    else if (isDay(startOn) && isTooFar(day, startOn)) refuse('day-invalid', field, tooFar);
  };
  const checkMinor = (amount: number, least: 0 | 1, field: string): void => {
    if (!Number.isSafeInteger(amount) || amount < least)
      refuse(
        'amount-invalid',
        field,
        `must be whole minor units, ${least === 0 ? 'not negative' : 'above zero'}, at most ${Number.MAX_SAFE_INTEGER}`,
      );
  };
  switch (event.type) {
    case 'instalment-missed':
    case 'instalment-met': {
      const { number, dueOn, due } = event.instalment;
      if (!Number.isSafeInteger(number) || number < 1)
        refuse('number-invalid', 'instalment.number', 'must be a whole number from 1');
      checkDay(dueOn, 'instalment.dueOn');
      for (const [component, amount] of Object.entries(due)) checkMinor(amount, 0, `instalment.due.${component}`);
      return refusals;
    }
    case 'payment-received':
      checkMinor(event.amount, 1, 'amount');
      checkDay(event.valueDate, 'valueDate');
      return refusals;
    case 'payment-reversed':
      checkDay(event.reversedOn, 'reversedOn');
      return refusals;
    case 'charge-added':
      checkMinor(event.amount, 1, 'amount');
      checkDay(event.dueOn, 'dueOn');
      if (event.raisedOn !== undefined) checkDay(event.raisedOn, 'raisedOn');
      return refusals;
    case 'amount-waived':
      checkMinor(event.amount, 1, 'amount');
      checkDay(event.waivedOn, 'waivedOn');
      return refusals;
    case 'waiver-withdrawn':
      checkDay(event.withdrawnOn, 'withdrawnOn');
      return refusals;
    case 'money-out':
      checkMinor(event.amount, 1, 'amount');
      checkDay(event.on, 'on');
      if (event.dueOn !== undefined) checkDay(event.dueOn, 'dueOn');
      return refusals;
    default:
      return event satisfies never;
  }
};

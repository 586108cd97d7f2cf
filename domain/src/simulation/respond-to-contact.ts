import { addDays, dayNumber } from '../calendar/day-arithmetic.js';
import { localDay, minutesLater } from '../calendar/local-time.js';
import type { OutcomeDetails } from '../case/act-outcome.js';
import type { Channel } from '../contact/channel.js';
import { outcomeTable } from '../contact/outcome-table.js';
import { bucketOf, dpdOn } from '../money/arrears.js';
import type { Answer } from './answer-to-contact.js';
import { countUp, willPay, type LoanWorld } from './loan-world.js';

const minutesPerDay = 1_440;
const paysAtOnce = new Set<Answer>(['pays-now', 'already-paid', 'payment-pending']);

/** A contact that was heard may make somebody pay within days. */
const mayPay = (world: LoanWorld, channel: Channel, nth: number, today: string): void => {
  const { rules, owes, type, throws } = world;
  const { withinDays, ...byChannel } = rules.model.responses;
  const bucket = bucketOf(dpdOn(owes.oldestUnpaidDueOn, today));
  const chance = (byChannel[channel][bucket] ?? 0) * type.responds;
  if (throws(`${channel}/responds`, nth) >= chance) return;
  willPay(world, addDays(today, 1 + Math.floor(throws(`${channel}/when`, nth) * withinDays)), 'by-type');
};

/** What the borrower makes of the `nth` contact by a channel: whether and when money will come, and what was agreed. */
export const respondToContact = (
  world: LoanWorld,
  channel: Channel,
  nth: number,
  answer: Answer,
): OutcomeDetails | undefined => {
  const { rules, zone, now, owes, type, throws } = world;
  const today = localDay(now, zone);
  if (answer === 'failed' || answer === 'unknown') return undefined;
  const spoken = answer !== 'delivered' && outcomeTable[answer].conversation;
  if (answer !== 'delivered' && !spoken) return undefined;
  if (spoken) world.spokenOn = dayNumber(today);
  if (answer === 'call-back-at') return { callBackAt: minutesLater(now, minutesPerDay) };
  if (answer === 'promise') {
    const by = addDays(today, rules.model.promisedDays);
    if (throws('keeps', countUp(world, 'promise')) < type.keeps) willPay(world, by, 'all');
    return { promise: { amount: owes.arrears, by } };
  }
  if (paysAtOnce.has(answer)) willPay(world, addDays(today, 1), 'all');
  else mayPay(world, channel, nth, today);
  return undefined;
};

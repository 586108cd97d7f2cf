import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Channel } from '../contact/channel.js';
import { isSpoken } from '../contact/purpose-scope.js';
import type { Hold, HoldReason, HoldStop } from '../holds/hold.js';
import type { Acceleration } from '../money/acceleration.js';
import type { Charge } from '../money/charge.js';
import type { CreditorChange } from '../money/creditor-change.js';
import type { MoneyOut } from '../money/money-out.js';
import type { Minor } from '../money/money.js';
import type { Instalment, Payment } from '../money/position.js';
import type { Restructuring } from '../money/restructuring.js';
import type { Waiver } from '../money/waiver.js';
import type { NoticeGiven } from './collection-case.js';
import type { Terms } from './terms.js';

/** One contact that somebody made before us. */
export type ToldContact = {
  contactId: string;
  personId: string;
  pointId?: string;
  channel: Channel;
  at: Instant;
  connected: boolean;
  conversation: boolean;
  rightParty: boolean;
};

/** A hold as told: on the point when it names one, else on the person, else on the loan. */
export type ToldHold = {
  holdId: string;
  reason: HoldReason;
  stops: HoldStop[];
  personId?: string;
  pointId?: string;
  from: Instant;
  until?: Instant;
};

/**
 * A running loan with its history as the books stood on `asOf`; ids only. `contactsToldUntil`: every contact of the 180 days before it is
 * told, and nobody but us has made any since; absent, the history is not known in full.
 */
export type TakenOn = {
  terms: Terms;
  asOf: Day;
  arrearsTotal: Minor;
  outstandingTotal: Minor;
  instalments: Instalment[];
  payments: Payment[];
  /** What befell the money beside; absent: nothing did. */
  charges?: Charge[];
  waivers?: Waiver[];
  moneyOut?: MoneyOut[];
  /** What happened to the contract; absent: nothing did. */
  restructurings?: Restructuring[];
  accelerations?: Acceleration[];
  creditors?: CreditorChange[];
  notices: NoticeGiven[];
  contacts: ToldContact[];
  contactsToldUntil?: Instant;
  holds: ToldHold[];
  refusedOn?: Day;
};

/** The holds of a loan taken on. `itemId`: the inbox item that tells of them. */
export const holdsTakenOn = ({ holds }: Pick<TakenOn, 'holds'>, loanId: string, itemId: string): Hold[] =>
  holds.map(({ holdId, reason, stops, personId, pointId, from, until }) => ({
    id: `${itemId}/hold/${holdId}`,
    reason,
    scope:
      pointId !== undefined ? { point: pointId } : personId !== undefined ? { person: personId } : { loan: loanId },
    stops,
    from,
    ...(until !== undefined && { until }),
  }));

/** The last day of contact by each channel: what was done since its day is not done again. */
export const lastContactDays = (contacts: readonly ToldContact[], zone: ZoneSlice): Partial<Record<Channel, Day>> => {
  const last: Partial<Record<Channel, Day>> = {};
  for (const { channel, at } of contacts) {
    const on = localDay(at, zone);
    if (on > (last[channel] ?? '')) last[channel] = on;
  }
  return last;
};

/** Days on which a call did not reach the right party, oldest first: visits are screened by them. */
export const failedCallDaysOf = (contacts: readonly ToldContact[], zone: ZoneSlice): Day[] => {
  const failed = contacts.filter(({ channel, rightParty }) => isSpoken(channel) && channel !== 'visit' && !rightParty);
  return [...new Set(failed.map(({ at }) => localDay(at, zone)))].toSorted();
};

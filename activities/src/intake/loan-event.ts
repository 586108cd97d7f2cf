import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { InRecord } from '../event-bus.js';
import type { ParkingCause } from '../records/event-record.js';

/** Where a record stands on the log. */
export type Place = { topic: string; partition: number; offset: string };

export const placeOf = ({ topic, partition, offset }: InRecord): Place => ({
  topic,
  partition,
  offset: String(offset),
});

/** The id of the parked document of a place: `topic/partition/offset`. */
export const parkedIdOf = ({ topic, partition, offset }: Place): string => `${topic}/${partition}/${offset}`;

/** An event as read and checked by itself; whether it fits what we know is for `judgeIntake`. */
export type LoanEvent = {
  tenant: string;
  loanId: string;
  source: string;
  fact: LoanFact;
  /** SHA-256 (hex) over the attributes and bytes that make it this event. */
  contentHash: string;
};

/** Which field of an event is wrong and why. Never what was found: it came from outside and may be anything. */
export type ParkedBecause = { code: ParkingCause; field: string; reason: string };

export type ReadLoanEvent = (record: InRecord) => { event: LoanEvent } | { parked: ParkedBecause };

/** The identity of an event, `source/id`: also the id of the inbox item it becomes and of the hold it causes. */
export const eventItemId = ({ source, fact }: Pick<LoanEvent, 'source' | 'fact'>): string =>
  `${source}/${fact.eventId}`;

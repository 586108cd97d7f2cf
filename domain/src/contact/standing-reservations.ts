import type { Instant } from '../calendar/instant.js';
import type { GateLedger } from './gate-ask.js';
import type { LedgerEntry } from './ledger-entry.js';

const standsAt =
  (at: Instant) =>
  ({ reservedUntil }: LedgerEntry): boolean =>
    reservedUntil === undefined || at < reservedUntil;

/** Both ledgers without the dials a permit reserved and nobody made in its window: they count for nothing, swept away already or not (ADR 0024). */
export const standingReservations = (ledger: GateLedger, at: Instant): GateLedger => {
  const stands = standsAt(at);
  return {
    ...ledger,
    ...(!ledger.person.every(stands) && { person: ledger.person.filter(stands) }),
    ...(!ledger.point.every(stands) && { point: ledger.point.filter(stands) }),
  };
};

/** When reservations end that stand at `at`: each once, the first first. */
export const reservationEnds = ({ person, point }: GateLedger, at: Instant): Instant[] => {
  const ends = [...person, ...point].flatMap(({ reservedUntil }) => reservedUntil ?? []);
  return [...new Set(ends.filter((end) => end > at))].toSorted();
};

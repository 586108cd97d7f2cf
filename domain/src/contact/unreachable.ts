import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { PointKind } from './channel.js';
import { isTelephone } from './is-telephone.js';
import type { LedgerEntry } from './ledger-entry.js';

/** What is known of how a debtor can be reached. `invalidSince`: the day a number was found to reach nobody. */
export type Reachability = {
  points: readonly { pointId: string; kind: PointKind; verifiedOn?: Day; invalidSince?: Day }[];
  ledger: readonly LedgerEntry[];
  zones: readonly ZoneSlice[];
};

/** `acts`, `points` and `days` are the evidence: the failed attempts, the numbers, the person's days. */
export type Unreachable = {
  because: 'numbers-invalid' | 'attempts-failed';
  acts: string[];
  points: string[];
  days: Day[];
};

const attemptsNeeded = 3;
const daysNeeded = 2;

const isFailedDial = (entry: LedgerEntry): boolean =>
  isTelephone(entry.channel) && !entry.open && !entry.connected && entry.inbound !== true;

/** Right party, or perhaps: a call or visit of which nobody knows yet. A message that is under way has reached nobody. */
const mayHaveReached = ({ rightParty, open, channel }: LedgerEntry): boolean =>
  rightParty && (!open || isTelephone(channel) || channel === 'visit');

/** Reached after the numbers were found invalid: on a later day, or on that day and not dialled in vain since. */
const reachedSince = (ledger: readonly LedgerEntry[], day: Day): boolean => {
  const reached = ledger.filter(mayHaveReached).map(({ at }) => at);
  const failed = ledger.filter(isFailedDial).map(({ at }) => at);
  const last = (instants: readonly Instant[]): Instant => instants.reduce((a, b) => (a > b ? a : b), '');
  const when = last(reached);
  return when.slice(0, 10) > day || (when.slice(0, 10) === day && when >= last(failed));
};

const byInvalidNumbers = ({ points, ledger }: Reachability): Unreachable | undefined => {
  const verified = points.filter(({ kind, verifiedOn }) => kind === 'mobile' && verifiedOn !== undefined);
  const days = verified.flatMap(({ invalidSince }) => invalidSince ?? []).toSorted();
  const latest = days.at(-1);
  if (latest === undefined || days.length < verified.length || reachedSince(ledger, latest)) return undefined;
  return {
    because: 'numbers-invalid',
    acts: [],
    points: verified.map(({ pointId }) => pointId),
    days: [...new Set(days)],
  };
};

/** The dials since somebody was last reached, or may have been; all must have failed. */
const byFailedAttempts = ({ points, ledger, zones }: Reachability): Unreachable | undefined => {
  const inOrder = ledger
    .filter((entry) => isTelephone(entry.channel) || mayHaveReached(entry))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const lastOther = inOrder.findLastIndex((entry) => !isFailedDial(entry));
  // Of several at one instant nobody knows which was last.
  const since = inOrder[lastOther]?.at ?? '';
  const failed = inOrder.slice(lastOther + 1).filter(({ at }) => at > since);
  const daysIn = (zone: ZoneSlice): Day[] => [...new Set(failed.map(({ at }) => localDay(at, zone)))];
  const [first] = zones;
  if (!first || failed.length < attemptsNeeded || zones.some((zone) => daysIn(zone).length < daysNeeded))
    return undefined;
  const days = daysIn(first);
  const dialled = new Set(failed.map(({ pointId }) => pointId));
  const isNew = ({ kind, pointId, verifiedOn, invalidSince }: Reachability['points'][number]): boolean =>
    kind === 'mobile' &&
    invalidSince === undefined &&
    (verifiedOn ?? '') >= (days.at(-1) ?? '') &&
    !(dialled.has(pointId) && verifiedOn === days.at(-1));
  if (points.some(isNew)) return undefined;
  return {
    because: 'attempts-failed',
    acts: failed.map(({ actId }) => actId),
    points: [...dialled],
    days,
  };
};

/**
 * Whether a debtor is proved unreachable (requirements D2, CN-3P-2), and by what: every verified number invalid, or three calls in a row
 * that did not connect, over at least two days of the person in every zone the person may be in. Undefined: not proved, or the debtor was
 * reached since, or a number was verified since that nobody has dialled in vain. A call without outcome may have reached the debtor; one that
 * a permit only reserves has not been made.
 */
export const unreachable = (known: Reachability): Unreachable | undefined => {
  const reach = { ...known, ledger: known.ledger.filter(({ reservedUntil }) => reservedUntil === undefined) };
  return byInvalidNumbers(reach) ?? byFailedAttempts(reach);
};

import type { GateAsk, GateLedger } from '../contact/gate-ask.js';
import type { LedgerEntry } from '../contact/ledger-entry.js';
import { isSpoken } from '../contact/purpose-scope.js';
import type { Instant } from '../calendar/instant.js';
import { bearsOn } from './bears-on.js';
import type { FrequencyCap } from './shapes/frequency-cap-shape.js';

/** Known not to have connected to the dialled number. That nobody answered is not enough: a telephone that rang is reached (comment 14(b)(3)(ii)-1). */
const reachedNothing = ({ open, connected, voicemail }: LedgerEntry): boolean =>
  !open && !connected && voicemail === false;

/** Whether an attempt counts as the unit of a cap. Until its outcome is known it counts as everything it may become. */
export const isUnit = (unit: FrequencyCap['unit'], entry: LedgerEntry): boolean => {
  switch (unit) {
    case 'attempt':
      return true;
    case 'connected':
      return entry.open || entry.connected;
    case 'conversation':
      return isSpoken(entry.channel) && (entry.open || entry.conversation);
    case 'communication':
      // A call after which a voicemail could have been left is one, left or not (Watkins v. Glenn Associates).
      return !isSpoken(entry.channel) || !reachedNothing(entry);
    case 'visit':
      return entry.channel === 'visit';
    default:
      return unit satisfies never;
  }
};

type Counting = {
  unit: FrequencyCap['unit'];
  scope: readonly ('person' | 'debt' | 'point' | 'place-type')[];
  channels: FrequencyCap['channels'];
  purposes: FrequencyCap['purposes'];
  parties?: FrequencyCap['parties'];
  placeTypes?: FrequencyCap['placeTypes'];
  exclusions: readonly ('not-connected' | 'consented' | 'inbound-reply')[];
  inboundToo?: boolean;
};

/** The ledger of a scope, and the instant before which it is not complete. Of a number it counts whoever was meant to be reached. */
export const ledgerOf = (
  scope: Counting['scope'],
  { person, point, personKnownFrom, pointKnownFrom }: GateLedger,
): { entries: readonly LedgerEntry[]; knownFrom: Instant | undefined } =>
  scope.includes('person')
    ? { entries: person, knownFrom: personKnownFrom }
    : { entries: point, knownFrom: pointKnownFrom };

/** Whether an earlier contact counts against a rule for the contact now asked. What is not known of it counts. */
export const counts = (rule: Counting, { attempt, point }: GateAsk) => {
  const { scope, exclusions } = rule;
  const ofDebt = scope.includes('debt');
  const ofPoint = scope.includes('point');
  const ofPlace = scope.includes('place-type') ? point?.placeType : undefined;
  return (entry: LedgerEntry): boolean =>
    (entry.inbound !== true || rule.inboundToo === true) &&
    isUnit(rule.unit, entry) &&
    bearsOn(rule, entry) &&
    (!ofDebt || entry.loans === undefined || entry.loans.includes(attempt.loanId)) &&
    (!ofPoint || !scope.includes('person') || entry.pointId === attempt.pointId) &&
    (ofPlace === undefined || entry.placeType === undefined || entry.placeType === ofPlace) &&
    !(exclusions.includes('consented') && entry.consented === true) &&
    !(exclusions.includes('not-connected') && reachedNothing(entry));
};

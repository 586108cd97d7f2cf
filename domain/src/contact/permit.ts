import type { Instant } from '../calendar/instant.js';
import { minutesLater } from '../calendar/local-time.js';
import { idPattern } from '../case/case-id.js';
import type { Channel, Purpose } from './channel.js';
import type { RefusalReason } from './refusal.js';

/** Who dials by itself and paces itself (requirements D8): an agency, or a predictive dialler of ours. */
export type PermitHolder = { kind: 'agency' | 'dialler'; id: string };

/** A permit is for telephones: what is sent at once needs no pacing. */
export type PermitChannel = Extract<Channel, 'call' | 'dialler' | 'voice-bot'>;

/**
 * `reserved` stands in the ledgers and counts; `redeemed` was let go and is an act; `released` was never made and counts no more. Counted from 1.
 * `key`: the holder's own name for the request that was let go, when it gave one: asked again under it, the answer is the same.
 */
export type PermitDial = { n: number; state: 'reserved' | 'redeemed' | 'released'; key?: string };

/** Why a permit ended before its window (closed): what the gate refuses for, or what changed under it. */
export type PermitRevocation = RefusalReason | 'position-changed' | 'case-closed' | 'put-off-by-law';

/**
 * A reservation in the ledgers of a person and a number: so many dials in `[from, until)`, by tenant clock, at most 60 minutes.
 * A permit once revoked or over never opens again; another must be asked for.
 */
export type Permit = {
  permitId: string;
  holder: PermitHolder;
  personId: string;
  pointId: string;
  purpose: Purpose;
  channel: PermitChannel;
  from: Instant;
  until: Instant;
  dials: PermitDial[];
  state: 'open' | 'revoked' | 'over';
  revoked?: { because: PermitRevocation; at: Instant };
  /** When its holder gave back what had not been dialled; it is over. */
  givenBackAt?: Instant;
};

export const mostPermitMinutes = 60;
export const mostPermitDials = 10;

/** What is asked for does not make a permit, whoever asks (closed). */
export type PermitFault =
  | 'bad-permit-id'
  | 'minutes-not-1-to-60'
  | 'dials-not-1-to-10'
  | 'bad-purpose'
  | 'no-loan'
  | 'loan-named-twice'
  | 'agency-without-placement'
  | 'dialler-with-placement';

export const permitFault = (asked: {
  permitId: string;
  minutes: number;
  dials: number;
  purpose: Purpose;
  loans: readonly string[];
  holder: PermitHolder;
  placementId?: string;
}): PermitFault | undefined => {
  const isWithin = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
  if (!idPattern.test(asked.permitId)) return 'bad-permit-id';
  if (!isWithin(asked.minutes, mostPermitMinutes)) return 'minutes-not-1-to-60';
  if (!isWithin(asked.dials, mostPermitDials)) return 'dials-not-1-to-10';
  // Whoever dials on a permit collects: a call of service or a notice would pass holds, opt-outs and caps on its holder's word.
  if (asked.purpose !== 'collect') return 'bad-purpose';
  if (asked.loans.length === 0) return 'no-loan';
  if (new Set(asked.loans).size < asked.loans.length) return 'loan-named-twice';
  if (asked.holder.kind === 'dialler') return asked.placementId === undefined ? undefined : 'dialler-with-placement';
  return asked.placementId === undefined ? 'agency-without-placement' : undefined;
};

/** A new permit: as many dials as were allowed, all reserved, the window from now on. */
export const grantedPermit = (
  asked: Pick<Permit, 'permitId' | 'holder' | 'personId' | 'pointId' | 'purpose' | 'channel'>,
  now: Instant,
  { minutes, dials }: { minutes: number; dials: number },
): Permit => ({
  ...asked,
  from: now,
  until: minutesLater(now, minutes),
  dials: Array.from({ length: dials }, (_, nth): PermitDial => ({ n: nth + 1, state: 'reserved' })),
  state: 'open',
});

/** Why a dial of a permit cannot be let go, by the permit alone. It stays as it is. */
export type DialRefusal = 'not-the-holder' | 'permit-revoked' | 'permit-over' | 'no-such-dial' | 'already-redeemed';

export const dialRefusal = (
  permit: Permit,
  { n, holderId, at }: { n: number; holderId: string; at: Instant },
): DialRefusal | undefined => {
  if (permit.holder.id !== holderId) return 'not-the-holder';
  if (permit.state === 'revoked') return 'permit-revoked';
  if (permit.state === 'over' || at < permit.from || at >= permit.until) return 'permit-over';
  const dial = permit.dials.find((each) => each.n === n);
  if (!dial) return 'no-such-dial';
  return dial.state === 'reserved' ? undefined : 'already-redeemed';
};

const withDials = (permit: Permit, stateOf: (dial: PermitDial) => PermitDial['state']): Permit['dials'] =>
  permit.dials.map((dial) => ({ ...dial, state: stateOf(dial) }));

/** The numbers of the dials that stand in the ledgers and nobody has made. */
export const reservedDials = ({ dials }: Pick<Permit, 'dials'>): number[] =>
  dials.filter(({ state }) => state === 'reserved').map(({ n }) => n);

export const redeemed = (permit: Permit, n: number, key?: string): Permit => ({
  ...permit,
  dials: permit.dials.map((dial) =>
    dial.n === n ? { n, state: 'redeemed', ...(key !== undefined && { key }) } : dial,
  ),
});

const unused = ({ state }: PermitDial): PermitDial['state'] => (state === 'reserved' ? 'released' : state);

export const revoked = (permit: Permit, because: PermitRevocation, at: Instant): Permit => ({
  ...permit,
  state: 'revoked',
  revoked: { because, at },
  dials: withDials(permit, unused),
});

/** Its window has passed: what was not dialled is given back. */
export const over = (permit: Permit): Permit => ({ ...permit, state: 'over', dials: withDials(permit, unused) });

/** Its holder wants no more of it. One that is at an end already stays as it ended. */
export const givenBack = (permit: Permit, at: Instant): Permit =>
  permit.state === 'open' ? { ...over(permit), givenBackAt: at } : permit;

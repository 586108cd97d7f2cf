import type { ChargeFact } from './charge-fact.js';
import type { Charge } from './charge.js';
import type { MoneyOut } from './money-out.js';
import type { Position } from './position.js';
import type { Waiver } from './waiver.js';

/** Why such a fact contradicts what is known. `field`: path inside the fact. */
export type ChargeRefusal = {
  refused: 'currency-differs' | 'amount-invalid' | 'charge-differs' | 'waiver-differs' | 'money-out-differs';
  field: string;
  reason: string;
};

type Folded = { position: Position } | ChargeRefusal;
type Of<T extends ChargeFact['type']> = Extract<ChargeFact, { type: T }>;

const refuse = (refused: ChargeRefusal['refused'], field: string, reason: string): ChargeRefusal => ({
  refused,
  field,
  reason,
});

/** The first field that two tellings of the same thing do not share. */
const differingField = (known: object, told: object): string | undefined => {
  const [a, b] = [known, told].map((each) => new Map<string, unknown>(Object.entries(each)));
  return [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])]
    .sort()
    .find((field) => JSON.stringify(a?.get(field)) !== JSON.stringify(b?.get(field)));
};

/** Adds what is new, sorted by id; the same again changes nothing; another telling is refused. */
const keep = <T extends object>(
  all: readonly T[],
  idOf: (each: T) => string,
  told: T,
  refused: ChargeRefusal['refused'],
): { all: T[] } | { same: true } | ChargeRefusal => {
  const known = all.find((each) => idOf(each) === idOf(told));
  if (!known) return { all: [...all, told].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)) };
  const field = differingField(known, told);
  if (field === undefined) return { same: true };
  return refuse(refused, field, `${idOf(told)} is known with another ${field}`);
};

const foldCharge = (position: Position, fact: Of<'charge-added'>): Folded => {
  const { type: _, currency: __, ...charge } = fact;
  const kept = keep<Charge>(position.charges ?? [], ({ chargeId }) => chargeId, charge, 'charge-differs');
  if ('refused' in kept) return kept;
  return { position: 'same' in kept ? position : { ...position, charges: kept.all } };
};

const foldMoneyOut = (position: Position, fact: Of<'money-out'>): Folded => {
  const { type: _, currency: __, ...out } = fact;
  const kept = keep<MoneyOut>(position.moneyOut ?? [], ({ outId }) => outId, out, 'money-out-differs');
  if ('refused' in kept) return kept;
  return { position: 'same' in kept ? position : { ...position, moneyOut: kept.all } };
};

const foldWaiver = (position: Position, fact: Of<'amount-waived'>): Folded => {
  const { type: _, currency: __, ...told } = fact;
  const waivers = position.waivers ?? [];
  const known = waivers.find(({ waiverId }) => waiverId === told.waiverId);
  const early = position.earlyWithdrawals?.find(({ waiverId }) => waiverId === told.waiverId);
  const withdrawnOn = known?.withdrawnOn ?? early?.withdrawnOn;
  const waiver: Waiver = { ...told, ...(withdrawnOn !== undefined && { withdrawnOn }) };
  const kept = keep<Waiver>(waivers, ({ waiverId }) => waiverId, waiver, 'waiver-differs');
  if ('refused' in kept) return kept;
  if ('same' in kept) return { position };
  const { earlyWithdrawals = [], ...rest } = position;
  const waiting = earlyWithdrawals.filter((each) => each !== early);
  return { position: { ...rest, waivers: kept.all, ...(waiting.length > 0 && { earlyWithdrawals: waiting }) } };
};

/** A withdrawal that comes before its waiver is remembered until the waiver comes. */
const foldWithdrawal = (position: Position, { waiverId, withdrawnOn }: Of<'waiver-withdrawn'>): Folded => {
  const { waivers = [], earlyWithdrawals = [] } = position;
  const waiver = waivers.find((each) => each.waiverId === waiverId);
  const knownOn = waiver?.withdrawnOn ?? earlyWithdrawals.find((each) => each.waiverId === waiverId)?.withdrawnOn;
  if (knownOn === withdrawnOn) return { position };
  if (knownOn !== undefined)
    return refuse(
      'waiver-differs',
      'withdrawnOn',
      `${waiverId} is known as withdrawn on ${knownOn}, not ${withdrawnOn}`,
    );
  if (waiver)
    return {
      position: { ...position, waivers: waivers.map((each) => (each === waiver ? { ...waiver, withdrawnOn } : each)) },
    };
  const early = [...earlyWithdrawals, { waiverId, withdrawnOn }].sort((a, b) => (a.waiverId < b.waiverId ? -1 : 1));
  return { position: { ...position, earlyWithdrawals: early } };
};

/**
 * Adds a charge, a waiver, its withdrawal or money that left to what a loan owes. The same fact again gives the same object back; another
 * content under a known id is refused and the first telling stays.
 */
export const foldChargeFact = (position: Position, fact: ChargeFact): Folded => {
  if (fact.currency !== position.currency)
    return refuse(
      'currency-differs',
      'currency',
      `the loan is kept in ${position.currency}, the fact says ${fact.currency}`,
    );
  if ('amount' in fact && (!Number.isSafeInteger(fact.amount) || fact.amount <= 0))
    return refuse(
      'amount-invalid',
      'amount',
      `an amount is a positive whole number of minor units, not ${fact.amount}`,
    );
  switch (fact.type) {
    case 'charge-added':
      return foldCharge(position, fact);
    case 'amount-waived':
      return foldWaiver(position, fact);
    case 'waiver-withdrawn':
      return foldWithdrawal(position, fact);
    case 'money-out':
      return foldMoneyOut(position, fact);
    default:
      return fact satisfies never;
  }
};

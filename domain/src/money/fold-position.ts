import type { LoanFact } from '../case/loan-fact.js';
import { sameComponents } from './components.js';
import { foldChargeFact } from './fold-charge-fact.js';
import { againstSchedule, foldScheduleFact } from './fold-schedule-fact.js';
import { foldPending } from './fold-pending.js';
import type { PositionRefusal } from './position-refusal.js';
import type { Instalment, Payment, Position } from './position.js';
import { toldAtOnce } from './told-at-once.js';
import { withOutstanding, withTotals } from './told-totals.js';

type Folded = { position: Position } | PositionRefusal;
type Of<T extends LoanFact['type']> = Extract<LoanFact, { type: T }>;

export const emptyPosition = (currency: string): Position => ({
  currency,
  instalments: [],
  payments: [],
  outstanding: 0,
});

const refuse = (refused: PositionRefusal['refused'], field: string, reason: string): PositionRefusal => ({
  refused,
  field,
  reason,
});

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byValueDate = (a: Payment, b: Payment): number =>
  byText(a.valueDate, b.valueDate) || byText(a.paymentId, b.paymentId);

const withCurrency = (position: Position, currency: string, field: string): PositionRefusal | undefined =>
  currency === position.currency
    ? undefined
    : refuse('currency-differs', field, `the loan is kept in ${position.currency}, the event says ${currency}`);

/** Told both missed and met, an instalment is missed: then only money that came in can settle it, and payments are their own events. */
const foldInstalment = (position: Position, told: Instalment): Folded => {
  const known = position.instalments.find(({ number }) => number === told.number);
  const otherSchedule = againstSchedule(position, told);
  if (otherSchedule) return otherSchedule;
  if (!known) {
    const instalments = [...position.instalments, told].sort((a, b) => a.number - b.number);
    return { position: { ...position, instalments } };
  }
  if (known.dueOn !== told.dueOn) {
    return refuse(
      'instalment-differs',
      'instalment.dueOn',
      `instalment ${told.number} is known as due on ${known.dueOn}, not ${told.dueOn}`,
    );
  }
  if (!sameComponents(known.due, told.due)) {
    return refuse('instalment-differs', 'instalment.due', `instalment ${told.number} is known with other amounts`);
  }
  if (known.state === 'missed' || told.state === 'met') return { position };
  return { position: { ...position, instalments: position.instalments.map((each) => (each === known ? told : each)) } };
};

const foldMissed = (position: Position, fact: Of<'instalment-missed'>): Folded => {
  const otherCurrency = withCurrency(position, fact.terms.currency, 'terms.currency');
  if (otherCurrency) return otherCurrency;
  const folded = foldInstalment(position, { ...fact.instalment, state: 'missed' });
  if (!('position' in folded)) return folded;
  const { asOf, occurredAt: at, arrearsTotal: arrears, outstandingTotal: outstanding } = fact;
  return { position: withTotals(folded.position, { asOf, at, arrears, outstanding }) };
};

const foldScheduleAndTotals = (before: Position, fact: Of<'loan-restructured'> | Of<'loan-accelerated'>): Folded => {
  const folded = foldScheduleFact(before, fact);
  if ('refused' in folded) return folded;
  const { on: asOf, occurredAt: at, arrearsTotal: arrears, outstandingTotal: outstanding } = fact;
  return { position: withTotals(folded.position, { asOf, at, arrears, outstanding }) };
};

type Told = Pick<Of<'payment-received'>, 'paymentId' | 'amount' | 'currency' | 'valueDate' | 'receivedAt'>;

const foldPayment = (position: Position, fact: Told): Folded => {
  const otherCurrency = withCurrency(position, fact.currency, 'currency');
  if (otherCurrency) return otherCurrency;
  if (!Number.isSafeInteger(fact.amount) || fact.amount <= 0) {
    return refuse(
      'amount-invalid',
      'amount',
      `a payment is a positive whole number of minor units, not ${fact.amount}`,
    );
  }
  const { paymentId, amount, valueDate, receivedAt } = fact;
  const known = position.payments.find((each) => each.paymentId === paymentId);
  if (known) {
    if (known.amount !== amount)
      return refuse(
        'payment-differs',
        'amount',
        `payment ${paymentId} is known with amount ${known.amount}, not ${amount}`,
      );
    if (known.valueDate !== valueDate) {
      return refuse(
        'payment-differs',
        'valueDate',
        `payment ${paymentId} is known with value date ${known.valueDate}, not ${valueDate}`,
      );
    }
    if (known.receivedAt <= receivedAt) return { position };
    return {
      position: {
        ...position,
        payments: position.payments.map((each) => (each === known ? { ...known, receivedAt } : each)),
      },
    };
  }
  const { earlyReversals = [], ...rest } = position;
  const early = earlyReversals.find((each) => each.paymentId === paymentId);
  const payment: Payment = { paymentId, amount, valueDate, receivedAt, ...(early && { reversedOn: early.reversedOn }) };
  const waiting = earlyReversals.filter((each) => each !== early);
  const payments = [...position.payments, payment].sort(byValueDate);
  return { position: { ...rest, payments, ...(waiting.length > 0 && { earlyReversals: waiting }) } };
};

const foldReversal = (
  position: Position,
  { paymentId, reversedOn }: Pick<Of<'payment-reversed'>, 'paymentId' | 'reversedOn'>,
): Folded => {
  const payment = position.payments.find((each) => each.paymentId === paymentId);
  const early = position.earlyReversals?.find((each) => each.paymentId === paymentId);
  const knownOn = payment?.reversedOn ?? early?.reversedOn;
  if (knownOn === reversedOn) return { position };
  if (knownOn !== undefined) {
    return refuse(
      'reversal-differs',
      'reversedOn',
      `payment ${paymentId} is known as reversed on ${knownOn}, not ${reversedOn}`,
    );
  }
  if (payment) {
    return {
      position: {
        ...position,
        payments: position.payments.map((each) => (each === payment ? { ...payment, reversedOn } : each)),
      },
    };
  }
  const earlyReversals = [...(position.earlyReversals ?? []), { paymentId, reversedOn }].sort((a, b) =>
    byText(a.paymentId, b.paymentId),
  );
  return { position: { ...position, earlyReversals } };
};

const foldTakenOn = (position: Position, fact: Of<'loan-taken-on'>): Folded => {
  const { terms, instalments, payments } = fact;
  const { money, contract } = toldAtOnce(fact);
  const { currency } = terms;
  const otherCurrency = withCurrency(position, currency, 'terms.currency');
  if (otherCurrency) return otherCurrency;
  const steps: ((so: Position) => Folded)[] = [
    ...instalments.map((instalment) => (so: Position) => foldInstalment(so, instalment)),
    ...payments.map((payment) => (so: Position) => foldPayment(so, { ...payment, currency })),
    ...payments.flatMap(({ paymentId, reversedOn }) =>
      reversedOn === undefined ? [] : [(so: Position) => foldReversal(so, { paymentId, reversedOn })],
    ),
    ...money.map((told) => (so: Position) => foldChargeFact(so, told)),
    ...contract.map((told) => (so: Position) => foldScheduleFact(so, told)),
  ];
  let folded = withOutstanding(position, { asOf: fact.asOf, outstanding: fact.outstandingTotal });
  for (const step of steps) {
    const next = step(folded);
    if ('refused' in next) return next;
    folded = next.position;
  }
  return { position: folded };
};

/**
 * Adds one event to what a loan owes. The same event again changes nothing (the same object comes back);
 * the same payment, reversal or instalment with other content is refused and the first telling stays.
 */
export const foldLoanFact = (position: Position, fact: LoanFact): Folded => {
  switch (fact.type) {
    case 'instalment-missed':
      return foldMissed(position, fact);
    case 'instalment-met':
      return foldInstalment(position, { ...fact.instalment, state: 'met' });
    case 'payment-received':
      return foldPayment(position, fact);
    case 'payment-reversed':
      return foldReversal(position, fact);
    case 'loan-taken-on':
      return foldTakenOn(position, fact);
    case 'charge-added':
    case 'amount-waived':
    case 'waiver-withdrawn':
    case 'money-out': {
      const { eventId: _id, occurredAt: _at, ...told } = fact;
      return foldChargeFact(position, told);
    }
    case 'payment-pending':
      return withCurrency(position, fact.currency, 'currency') ?? foldPending(position, fact);
    case 'payment-failed':
      return foldPending(position, fact);
    case 'loan-restructured':
    case 'loan-accelerated':
      return foldScheduleAndTotals(position, fact);
    case 'acceleration-undone':
    case 'creditor-changed':
      return foldScheduleFact(position, fact);
    case 'loan-closed':
    case 'person-died':
    case 'person-insolvent':
    case 'person-opted-out':
    case 'person-protected':
    case 'dispute-raised':
    case 'complaint-raised':
    case 'person-merged':
      return { position };
  }
};

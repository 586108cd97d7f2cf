import type { MoneyByLaw } from './law/money-by-law.js';
import { creditorIn, type CreditorNews } from './creditor-news.js';
import { accelerationIn, scheduleIn, undoingIn, type ScheduleNews } from './schedule-news.js';

/** What an event of servicing says of money and persons, less all else. Amounts are minor units; `due` is the sum of an instalment's components, its `parts`. */
export type News =
  | { news: 'instalment'; number: number; dueOn: string; due: number; met: boolean; parts?: Parts }
  | {
      news: 'payment';
      paymentId: string;
      amount: number;
      currency: string;
      valueDate: string;
      method?: string;
      payer?: string;
    }
  | { news: 'reversal'; paymentId: string; reversedOn: string }
  | {
      news: 'charge';
      chargeId: string;
      component: string;
      amount: number;
      dueOn: string;
      raisedOn?: string;
      number?: number;
    }
  | { news: 'waiver'; waiverId: string; of: WaivedOf; amount: number; waivedOn: string }
  | { news: 'withdrawal'; waiverId: string; withdrawnOn: string }
  | { news: 'out'; outId: string; kind: string; amount: number; on: string; dueOn?: string; paymentId?: string }
  | ScheduleNews
  | CreditorNews
  | ({ news: 'terms' } & ToldTerms)
  /** `insolventOn`: the day a court accepted an insolvency, where it was told. */
  | { news: 'person'; personId: string; insolventOn?: string }
  | TalkBefore;

/** A contact before a loan was ours, as `loan-taken-on` told of it. */
export type TalkBefore = {
  news: 'contact';
  contactId: string;
  personId: string;
  channel: string;
  at: string;
  connected: boolean;
};

export type Parts = Record<string, number>;
export type WaivedOf = { chargeId: string } | { instalment: number; component: string };
/** What terms say of money, as they were told. `lateCharge`: absent: lateness costs nothing. */
export type ToldTerms = {
  version: number;
  zone: string;
  startOn: string;
  jurisdiction?: string;
  product?: string;
  allocation: unknown;
  lateCharge?: Record<string, unknown>;
  costs: { principal: { from: string; amount: number }[]; charged?: { on: string; of: string; amount: number }[] };
  /** What we find that the law makes of them; the event does not tell. */
  byLaw?: MoneyByLaw;
  /** The position version from which on the lender held them against the law; absent: from their telling on. */
  lawFrom?: number;
};

type Told = Record<string, unknown>;

/** Reasons to protect a person for which nobody contacts them; for the others something else is stopped. */
const stopContact = new Set<unknown>(['identity-theft', 'breathing-space', 'dispute', 'cease-request']);

/** The news in an event's data, by the last part of its type's name. Empty: nothing of money or persons. */
export function newsIn(type: string, data: Told): News[] {
  switch (/([a-z-]+)\.v\d+$/.exec(type)?.[1] ?? '') {
    case 'instalment-missed':
      return [instalmentIn(data['instalment'], 'missed'), ...termsTold(data['terms'])];
    case 'instalment-met':
      return [instalmentIn(data['instalment'], 'met')];
    case 'payment-received':
      return paymentIn(data, data['currency']);
    case 'payment-reversed':
      return [reversalIn(data)];
    case 'loan-taken-on':
      return [
        ...positionIn(data, (data['terms'] as Told | undefined)?.['currency']),
        ...termsTold(data['terms']),
        ...((data['contacts'] ?? []) as Told[]).map(contactIn),
      ];
    case 'charge-added':
      return [chargeIn(data)];
    case 'amount-waived':
      return waiverIn(data);
    case 'waiver-withdrawn':
      return [withdrawalIn(data)];
    case 'money-out':
      return [outIn(data)];
    case 'loan-restructured':
      return [scheduleIn(data), ...termsTold(data['terms'])];
    case 'loan-accelerated':
      return accelerationIn(data);
    case 'creditor-changed':
      return [creditorIn(data)];
    case 'acceleration-undone':
      return [undoingIn(data)];
    case 'person-insolvent': {
      const on = data['on'];
      return [
        { news: 'person', personId: String(data['personId']), ...(typeof on === 'string' && { insolventOn: on }) },
      ];
    }
    case 'person-died':
    case 'person-opted-out':
      return [{ news: 'person', personId: String(data['personId']) }];
    case 'person-protected':
      return stopContact.has(data['reason']) ? [{ news: 'person', personId: String(data['personId']) }] : [];
    default:
      return [];
  }
}

/** The news a list of instalments and payments amounts to: a position as it is stored, or a history told at once. */
export const positionIn = (
  { instalments, payments, charges, waivers, moneyOut, restructurings, accelerations, earlyUndoings, creditors }: Told,
  currency: unknown,
): News[] => [
  ...((instalments ?? []) as Told[]).map((instalment) => instalmentIn(instalment, instalment['state'])),
  ...((payments ?? []) as Told[]).flatMap((payment) => paymentIn(payment, currency)),
  ...((charges ?? []) as Told[]).map(chargeIn),
  ...((waivers ?? []) as Told[]).flatMap(waiverIn),
  ...((moneyOut ?? []) as Told[]).map(outIn),
  ...((restructurings ?? []) as Told[]).map(scheduleIn),
  ...((accelerations ?? []) as Told[]).flatMap(accelerationIn),
  ...((earlyUndoings ?? []) as Told[]).map(undoingIn),
  ...((creditors ?? []) as Told[]).map(creditorIn),
];

const contactIn = ({ contactId, personId, channel, at, connected }: Told): News => ({
  news: 'contact',
  contactId: String(contactId),
  personId: String(personId),
  channel: String(channel),
  at: String(at),
  connected: connected !== false,
});

const chargeIn = ({ chargeId, component, amount, dueOn, raisedOn, instalment }: Told): News => ({
  news: 'charge',
  chargeId: String(chargeId),
  component: String(component),
  amount: Number(amount),
  dueOn: String(dueOn),
  ...(typeof raisedOn === 'string' && { raisedOn }),
  ...(instalment !== undefined && { number: Number(instalment) }),
});

const waiverIn = (waiver: Told): News[] => [
  {
    news: 'waiver',
    waiverId: String(waiver['waiverId']),
    of: waiver['of'] as WaivedOf,
    amount: Number(waiver['amount']),
    waivedOn: String(waiver['waivedOn']),
  },
  ...(waiver['withdrawnOn'] === undefined ? [] : [withdrawalIn(waiver)]),
];

const withdrawalIn = ({ waiverId, withdrawnOn }: Told): News => ({
  news: 'withdrawal',
  waiverId: String(waiverId),
  withdrawnOn: String(withdrawnOn),
});

const outIn = ({ outId, kind, amount, on, dueOn, paymentId }: Told): News => ({
  news: 'out',
  outId: String(outId),
  kind: String(kind),
  amount: Number(amount),
  on: String(on),
  ...(typeof dueOn === 'string' && { dueOn }),
  ...(typeof paymentId === 'string' && { paymentId }),
});

const termsTold = (told: unknown): News[] => {
  const { version, zone, startOn, jurisdiction, product, allocation, lateCharge, costs } = (told ?? {}) as Told;
  if (version === undefined) return [];
  return [
    {
      news: 'terms',
      version: Number(version),
      zone: String(zone),
      startOn: String(startOn),
      ...(typeof jurisdiction === 'string' && { jurisdiction }),
      ...(typeof product === 'string' && { product }),
      allocation,
      ...(lateCharge !== undefined && { lateCharge: lateCharge as Record<string, unknown> }),
      costs: (costs ?? { principal: [] }) as ToldTerms['costs'],
    },
  ];
};

const paymentIn = (payment: Told, currency: unknown): News[] => {
  const { amount, valueDate, method, payer } = payment;
  const paymentId = String(payment['paymentId']);
  return [
    {
      news: 'payment',
      paymentId,
      amount: Number(amount),
      currency: String(currency),
      valueDate: String(valueDate),
      ...(typeof method === 'string' && { method }),
      ...(typeof payer === 'string' && { payer }),
    },
    ...(payment['reversedOn'] === undefined ? [] : [reversalIn(payment)]),
  ];
};

const reversalIn = ({ paymentId, reversedOn }: Told): News => ({
  news: 'reversal',
  paymentId: String(paymentId),
  reversedOn: String(reversedOn),
});

const instalmentIn = (told: unknown, state: unknown): News => {
  const { number, dueOn, due } = (told ?? {}) as { number?: unknown; dueOn?: unknown; due?: Record<string, number> };
  const sum = Object.values(due ?? {}).reduce((total, amount) => total + amount, 0);
  const parts = due ?? {};
  return { news: 'instalment', number: Number(number), dueOn: String(dueOn), due: sum, met: state === 'met', parts };
};

/** What an event of servicing says of money and persons, less all else. Amounts are minor units; `due` is the sum of an instalment's components. */
export type News =
  | { news: 'instalment'; number: number; dueOn: string; due: number; met: boolean }
  | { news: 'payment'; paymentId: string; amount: number; currency: string; valueDate: string }
  | { news: 'reversal'; paymentId: string; reversedOn: string }
  | { news: 'person'; personId: string };

type Told = Record<string, unknown>;

/** Reasons to protect a person for which nobody contacts them; for the others something else is stopped. */
const stopContact = new Set<unknown>(['identity-theft', 'breathing-space', 'dispute', 'cease-request']);

/** The news in an event's data, by the last part of its type's name. Empty: nothing of money or persons. */
export function newsIn(type: string, data: Told): News[] {
  switch (/([a-z-]+)\.v\d+$/.exec(type)?.[1] ?? '') {
    case 'instalment-missed':
      return [instalmentIn(data['instalment'], 'missed')];
    case 'instalment-met':
      return [instalmentIn(data['instalment'], 'met')];
    case 'payment-received':
      return paymentIn(data, data['currency']);
    case 'payment-reversed':
      return [reversalIn(data)];
    case 'loan-taken-on':
      return positionIn(data, (data['terms'] as Told | undefined)?.['currency']);
    case 'person-died':
    case 'person-insolvent':
    case 'person-opted-out':
      return [{ news: 'person', personId: String(data['personId']) }];
    case 'person-protected':
      return stopContact.has(data['reason']) ? [{ news: 'person', personId: String(data['personId']) }] : [];
    default:
      return [];
  }
}

/** The news a list of instalments and payments amounts to: a position as it is stored, or a history told at once. */
export const positionIn = ({ instalments, payments }: Told, currency: unknown): News[] => [
  ...((instalments ?? []) as Told[]).map((instalment) => instalmentIn(instalment, instalment['state'])),
  ...((payments ?? []) as Told[]).flatMap((payment) => paymentIn(payment, currency)),
];

const paymentIn = (payment: Told, currency: unknown): News[] => {
  const { amount, valueDate } = payment;
  const paymentId = String(payment['paymentId']);
  return [
    { news: 'payment', paymentId, amount: Number(amount), currency: String(currency), valueDate: String(valueDate) },
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
  return { news: 'instalment', number: Number(number), dueOn: String(dueOn), due: sum, met: state === 'met' };
};

import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { Components, Minor } from './money.js';

/** One instalment as servicing told of it: `missed`, or `met` in time (monitoring counts those). */
export type Instalment = { number: number; dueOn: Day; due: Components; state: 'missed' | 'met' };

/** One payment, by value date. A reversal keeps it and takes its money back. */
export type Payment = { paymentId: string; amount: Minor; valueDate: Day; receivedAt: Instant; reversedOn?: Day };

/** What a loan owes and what came in; a fold of events that does not depend on their order of arrival. */
export type Position = { currency: string; instalments: Instalment[]; payments: Payment[]; outstanding: Minor };

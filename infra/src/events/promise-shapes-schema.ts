import { paymentMethods } from '@recourse/domain/arrangements/payment-method';
import { z } from 'zod';
import { arrearsReason } from './outcome-details-schema.js';
import { day, instant, minor, text, whole } from './case-shapes-schema.js';

const told = { amount: minor, by: day, method: z.enum(paymentMethods).exactOptional() };

/** What was promised, as a fact tells it. */
export const promiseTold = z.object(told);

export const promise = z.object({
  id: text,
  ...told,
  madeAt: instant,
  state: z.enum(['open', 'kept', 'broken', 'replaced']),
  round: whole.exactOptional(),
  keptUntil: day.exactOptional().describe('The last value date that keeps it.'),
  judgedAt: instant.exactOptional().describe('Broken then, unless it was kept.'),
  tolerance: minor.exactOptional().describe('What may be missing.'),
  channel: z.enum(['call', 'dialler', 'voice-bot', 'visit']).exactOptional(),
  arrearsReason: arrearsReason.exactOptional(),
  notCounting: z.array(text).exactOptional().describe('Payments that had come in when it was made.'),
  foundAt: instant.exactOptional().describe('When it was last found kept or broken.'),
});

export const promiseRefused = z.enum([
  'not-an-amount',
  'day-in-the-past',
  'above-the-debt',
  'too-far-ahead',
  'too-small-a-part',
  'too-many-at-once',
  'renegotiated-too-often',
  'broken-too-often',
  'nothing-overdue',
]);

import { z } from 'zod';
import type { Step } from '../strategy/step.js';
import type { PaymentMethod } from './payment-method.js';

/** What a lender makes of promises to pay: practice, of a strategy. Days are calendar days of the loan's zone. */
export type PromisePractice = {
  /** Days after the promised day on which money still keeps the promise, by value date. */
  graceDays: number;
  /** Percent of the amount that may be missing, rounded down to a minor unit. */
  tolerancePercent: number;
  /** Days until money of the last value date has been told to us, by way of payment; `unsaid`: nobody said which. */
  postingDays: Record<PaymentMethod | 'unsaid', number>;
  /** Absent: only what nobody can mean is refused. */
  limits?: {
    /** Promises made together. */
    atOnce: number;
    /** How long ahead the promised day may be. */
    daysAhead: number;
    /** Percent of the arrears each must be. */
    smallestPercent: number;
    /** How often one may take the place of another that is open, in a round. */
    renegotiations: number;
    /** After so many broken in a round no other is taken. */
    broken: number;
  };
  /** `steps`: of no stage, the first is due when a promise is broken. `climbAfter`: so many broken in one stage lead to the next. */
  whenBroken?: { steps: Step[]; climbAfter?: number };
};

const days = (most: number): z.ZodInt => z.int().min(0).max(most);

/** The block `promises` of a strategy file, all fields but `whenBroken.steps`, whose schema the strategy has. */
export const promisePracticeSchema = (step: z.ZodType<Step>): z.ZodType<PromisePractice> =>
  z.strictObject({
    graceDays: days(30),
    tolerancePercent: z.int().min(0).max(20),
    postingDays: z.strictObject({
      transfer: days(15),
      'direct-debit': days(15),
      card: days(15),
      wallet: days(15),
      cash: days(15),
      unsaid: days(15),
    } satisfies Record<PaymentMethod | 'unsaid', z.ZodInt>),
    limits: z
      .strictObject({
        atOnce: z.int().min(1).max(12),
        daysAhead: z.int().min(1).max(366),
        smallestPercent: z.int().min(0).max(100),
        renegotiations: z.int().min(0).max(20),
        broken: z.int().min(1).max(100),
      })
      .exactOptional(),
    whenBroken: z
      .strictObject({ steps: z.array(step).min(1), climbAfter: z.int().min(1).max(10).exactOptional() })
      .exactOptional(),
  });

/** A strategy of before promises had terms of their own: no grace, and one time for every way of payment. */
export const practiceOf = ({
  promises,
  promiseGraceDays = 0,
}: {
  promises?: PromisePractice;
  promiseGraceDays?: number;
}): PromisePractice =>
  promises ?? {
    graceDays: 0,
    tolerancePercent: 0,
    postingDays: {
      transfer: promiseGraceDays,
      'direct-debit': promiseGraceDays,
      card: promiseGraceDays,
      wallet: promiseGraceDays,
      cash: promiseGraceDays,
      unsaid: promiseGraceDays,
    },
  };

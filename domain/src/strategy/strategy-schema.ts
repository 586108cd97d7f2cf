import { z } from 'zod';
import { channels } from '../contact/channels.js';
import { holdStops } from '../holds/hold-stops.js';
import { promisePracticeSchema } from '../arrangements/promise-practice.js';
import { schemaFaults, type SchemaFault } from '../policy/schema-faults.js';
import { ladderEnds } from './end-of-ladder.js';
import type { Condition } from './condition.js';
import type { Step } from './step.js';
import type { StageRules, Strategy } from './strategy.js';

const wholeDays = z.int().min(0);
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens, at most 40');
const minutesOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM in quotes');

const conditionSchema: z.ZodType<Condition> = z.discriminatedUnion('fact', [
  z
    .strictObject({
      fact: z.enum(['ladder-age', 'dpd', 'arrears', 'failed-call-days', 'episode', 'round']),
      atLeast: z.int().exactOptional(),
      below: z.int().exactOptional(),
    })
    .refine(({ atLeast, below }) => atLeast !== undefined || below !== undefined, 'needs atLeast, below or both'),
  z.strictObject({ fact: z.literal('refused'), is: z.boolean() }),
  z.strictObject({ fact: z.literal('failed-calls-or-refusal'), atLeast: z.int().min(1) }),
  z.strictObject({ fact: z.literal('address-verified-within'), days: z.int().min(1) }),
  z.strictObject({
    fact: z.literal('no-hold'),
    stops: z.enum(holdStops),
  }),
  z.strictObject({ fact: z.literal('notice-given'), notice: name, daysSince: wholeDays }),
  z.strictObject({ fact: z.literal('product'), oneOf: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ fact: z.literal('debtor-unreachable') }),
  z.strictObject({ fact: z.literal('time-barred'), is: z.boolean() }),
]);

const conditions = z.array(conditionSchema);

const stepSchema: z.ZodType<Step> = z.strictObject({
  step: name,
  act: z.enum([
    'send-reminder',
    'send-notice',
    'place-call',
    'arrange-visit',
    'place-with-agency',
    'recall-from-agency',
    'refer-to-legal',
    'withdraw-from-legal',
  ]),
  channel: z.enum(channels).exactOptional(),
  by: z.enum(['desk', 'dialler', 'voice-bot']).exactOptional(),
  template: name.exactOptional(),
  notice: name.exactOptional(),
  partner: z.string().min(1).max(64).exactOptional(),
  purpose: z.enum(['collect', 'legally-required', 'locate']).exactOptional(),
  to: z.enum(['emergency-contact', 'representative']).exactOptional(),
  ladderDay: wholeDays.exactOptional(),
  at: minutesOfDay,
  tries: z.int(),
  everyDays: z.int().min(1),
  validForDays: z.int().min(1),
  ifLate: z.enum(['do', 'merge', 'lapse']),
  else: name.exactOptional(),
  when: conditions.exactOptional(),
  on: z.record(z.string(), z.enum(['done', 'retry', 'else'])).exactOptional(),
  taskHours: z.int().min(1).exactOptional(),
});

const stageSchema: z.ZodType<StageRules> = z.strictObject({
  stage: z.enum(['reminder', 'call', 'visit', 'outsourcing', 'legal']),
  enter: conditions,
  leave: conditions,
  ifNotEntered: z.enum(['pass-over', 'wait']),
  ifReduced: z.enum(['lower', 'keep']).exactOptional(),
  steps: z.array(stepSchema),
});

/** The shape of a strategy file; what the parts must be together is `checkStrategy`'s. */
export const strategySchema: z.ZodType<Strategy> = z.strictObject({
  strategy: name,
  version: z.int().min(1),
  segments: z.array(z.strictObject({ name, when: conditions })).min(1),
  spacingDays: wholeDays,
  receiptWithinDays: z.int().min(1),
  promiseGraceDays: wholeDays.exactOptional(),
  promises: promisePracticeSchema(stepSchema).exactOptional(),
  monitoring: z.strictObject({ instalments: z.int().min(1), days: z.int().min(1) }),
  locate: z
    .strictObject({ tries: z.int().min(1).max(10).default(2), days: z.int().min(1), call: name })
    .exactOptional(),
  representative: z.strictObject({ steps: z.array(stepSchema).min(1) }).exactOptional(),
  debit: z.strictObject({ tries: z.int().min(2).max(10), businessDays: z.int().min(1).max(30) }).exactOptional(),
  stages: z.array(stageSchema).min(1),
  end: z
    .strictObject({
      afterDays: z.int().min(1).max(366),
      outcomes: z.array(z.strictObject({ becomes: z.enum(ladderEnds), when: conditions })).min(1),
      afterWriteOff: z.enum(['keep', 'close']),
    })
    .exactOptional(),
});

/** A strategy, or every field that is wrong, by its path (`stages[2].steps[0].at`). */
export const readStrategy = (value: unknown): { strategy: Strategy } | { faults: SchemaFault[] } => {
  const read = strategySchema.safeParse(value);
  return read.success ? { strategy: read.data } : { faults: schemaFaults(read.error) };
};

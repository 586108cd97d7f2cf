import type { RefusalReason } from '@recourse/domain/contact/refusal';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { holdReasons } from '@recourse/domain/holds/hold-reasons';
import { holdStops } from '@recourse/domain/holds/hold-stops';
import { interruptionGrounds, interruptionProofs } from '@recourse/domain/limitation/interruption';
import { channels } from '@recourse/domain/contact/channels';
import { purposes } from '@recourse/domain/contact/purposes';
import { debtorRoles } from '@recourse/domain/case/debtor-roles';
import { outcomeTable } from '@recourse/domain/contact/outcome-table';
import { allocationRulesSchema } from '@recourse/domain/money/allocation-rules-schema';
import { lateChargeTermsSchema, loanCostsSchema } from '@recourse/domain/money/penalty/late-charge-terms-schema';
import { z } from 'zod';
import { byLawShape } from './by-law-shape.js';
import { outcomeDetails } from './outcome-details-schema.js';

/** The shapes case events are made of, as consumers read them. `case-events-schema.ts` proves that they are the domain's own. */

/** All words of a closed list: the compiler refuses one too many and one too few. */
const wordsOf = <T extends string>(words: Record<T, true>): z.ZodEnum<{ [K in T]: K }> =>
  z.enum(Object.keys(words) as [T, ...T[]]) as unknown as z.ZodEnum<{ [K in T]: K }>;

export const text = z.string();
export const whole = z.int();
export const minor = z.int().describe('Whole number of minor units; the currency stands beside it.');
export const day = z.string().meta({ format: 'date' });
export const instant = z.string().meta({ format: 'date-time', description: 'UTC with milliseconds.' });

export const stage = z.enum(['reminder', 'call', 'visit', 'outsourcing', 'legal', 'monitoring']);
export const ending = z.enum([
  'paid-in-grace',
  'cured',
  'paid-off',
  'settled',
  'sold',
  'uncollectable',
  'opened-in-error',
]);
export const stageCause = z.enum([
  'grace-passed',
  'condition-met',
  'arrears-reduced',
  'cured',
  'relapsed',
  'payment-reversed',
  'taken-on',
  'borrower-found',
  'promise-broken',
  'promise-kept',
]);
export const lapseBecause = z.enum([
  'too-late',
  'merged',
  'notice-already-given',
  'condition-not-met',
  'no-contact-point',
  'refused',
  'tries-used',
  'promise-kept',
]);
const role = z.enum(debtorRoles);
export const channel = z.enum(channels);
const purpose = z.enum(purposes);
const code = z.enum(Object.keys(outcomeTable) as [OutcomeCode, ...OutcomeCode[]]);

export const refusalReason = wordsOf<RefusalReason>({
  'nothing-overdue': true,
  'unresolved-event': true,
  held: true,
  'opted-out': true,
  'contact-stopped': true,
  'unknown-person': true,
  'unknown-point': true,
  'point-invalid': true,
  'unknown-zone': true,
  'zone-not-covered': true,
  'unknown-jurisdiction': true,
  'party-not-eligible': true,
  'refused-for-ever': true,
  'inconvenient-place': true,
  'channel-not-permitted': true,
  'no-basis-for-channel': true,
  'not-recorded': true,
  'not-official-account': true,
  'content-not-lawful': true,
  'language-not-theirs': true,
  'calendar-not-covered': true,
  'never-by-law': true,
  'visit-not-lawful': true,
  'notice-not-given': true,
  'partner-unknown': true,
  'partner-not-eligible': true,
  'plan-not-current': true,
  'lease-not-held': true,
  'placed-elsewhere': true,
});

const holdReason = z.enum(holdReasons);

export const terms = z.object({
  version: whole,
  product: text,
  currency: text,
  zone: text,
  jurisdiction: text,
  graceDays: whole,
  tolerance: minor,
  debtors: z.array(z.object({ personId: text, role })),
  startOn: day.exactOptional().describe('The day the contract was signed.'),
  lateCharge: lateChargeTermsSchema.exactOptional(),
  allocation: allocationRulesSchema.exactOptional(),
  costs: loanCostsSchema.exactOptional(),
  byLaw: byLawShape.exactOptional(),
});

export const lateOwedShape = z
  .object({ asOf: day, late: minor, owed: minor })
  .describe(
    'Charged for lateness up to and without a day and not billed yet, and all a borrower would have been told then: the arrears and that, less credit.',
  );

export const zoneSlice = z
  .object({ zone: text, offsets: z.array(z.tuple([whole, whole])) })
  .describe('Part of a time zone as data: [epoch minute, offset minutes], ascending.');

export const criterion = z.object({
  fact: text,
  threshold: z.union([z.number(), text]),
  value: z.union([z.number(), text]),
  held: z.boolean(),
});

export const notice = z.object({
  kind: text,
  instalments: z.array(whole),
  provedOn: day,
  personId: text.exactOptional().describe('Who was told.'),
});
/** What lets a limitation begin anew. */
export const interruptionShape = {
  ground: z.enum(interruptionGrounds),
  on: day,
  proof: z.array(z.enum(interruptionProofs)),
  by: z
    .object({ what: z.enum(['payment', 'act', 'promise', 'arrangement', 'document']), id: text })
    .describe('Where the proof lies.'),
};
export const handedTo = z.object({
  kind: z.enum(['agency', 'law-firm']),
  id: text,
  partnerId: text,
  round: whole,
  since: instant,
});

export const hold = z.object({
  id: text,
  reason: holdReason,
  scope: z.union([z.object({ loan: text }), z.object({ person: text }), z.object({ point: text })]),
  stops: z.array(z.enum(holdStops)),
  from: instant,
  until: instant.exactOptional(),
  endedAt: instant.exactOptional(),
  interestFrom: day
    .exactOptional()
    .describe(
      'Nothing is charged for lateness from this day on, though it was heard of later. Absent: from the day of `from`.',
    ),
});

const message = { purpose, channel, personId: text, pointId: text, template: text };
export const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('send-reminder'), ...message }),
  z.object({ kind: z.literal('send-notice'), ...message, notice: text }),
  z.object({
    kind: z.literal('place-call'),
    purpose,
    by: z.enum(['desk', 'dialler', 'voice-bot']),
    personId: text,
    pointId: text,
  }),
  z.object({ kind: z.literal('arrange-visit'), personId: text, pointId: text }),
  z.object({ kind: z.literal('place-with-agency'), agencyId: text }),
  z.object({ kind: z.literal('recall-from-agency'), agencyId: text, placementId: text }),
  z.object({ kind: z.literal('refer-to-legal'), firmId: text }),
  z.object({ kind: z.literal('withdraw-from-legal'), firmId: text, placementId: text }),
  z.object({ kind: z.literal('verify-loan') }),
]);

export const plan = z.union([
  z.object({
    id: text,
    readPosition: whole,
    stage: stage.exactOptional(),
    dueAt: instant,
    act: act.exactOptional(),
    awaiting: z.enum(['receipt', 'task']).exactOptional(),
    because: text,
  }),
  z.object({ ending }),
]);

const details = outcomeDetails({ amount: minor, day, instant }).extend({ noteRef: text.exactOptional() });

export const gateTraceShape = z
  .object({
    at: instant,
    answers: z.array(
      z.object({
        rule: text,
        version: text,
        verdict: z.enum(['allow', 'defer', 'refuse']),
        inputs: z.record(text, z.union([text, z.number(), z.boolean()])),
        until: instant.exactOptional(),
        reason: refusalReason.exactOptional(),
        citation: text.exactOptional().describe('Where the rule did not allow.'),
      }),
    ),
  })
  .describe('What the contact gate was asked about a contact, and what every rule said.');

const sentMessage = z
  .object({ hash: text, template: text.exactOptional() })
  .describe('SHA-256 of the text that was sent, and the template it was made from, with its version.');

const named = {
  planId: text,
  actId: text,
  at: instant,
  gate: gateTraceShape.exactOptional(),
  message: sentMessage.exactOptional(),
  reached: text.exactOptional().describe('The person, of a contact no plan of the case names.'),
};
export const outcome = z.discriminatedUnion('result', [
  z.object({ ...named, result: z.enum(['delivered', 'failed', 'done', 'unknown', 'provider-unavailable']) }),
  z.object({ ...named, result: z.literal('offered'), to: text, deadline: instant }),
  z.object({ ...named, result: z.literal('answered'), code, details: details.exactOptional() }),
  z.object({ ...named, result: z.literal('deferred'), until: instant, rules: z.array(text) }),
  z.object({ ...named, result: z.literal('refused'), reason: refusalReason, rules: z.array(text) }),
  z.object({ ...named, result: z.literal('superseded'), positionVersion: whole }),
  z.object({ ...named, result: z.literal('covered'), by: text }),
]);

import { datedAhead } from '@recourse/activities/intake/dated-ahead';
import { orderNotWhole } from '@recourse/activities/intake/order-not-whole';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import { accelerationUnderLaw } from '@recourse/domain/law/acceleration-under-law';
import { termsUnderLaw } from '@recourse/domain/law/terms-under-law';
import type { Law } from '@recourse/domain/law/law';
import { againstOthers } from '@recourse/domain/money/explain/against-others';
import { unknownToOthers } from '@recourse/domain/money/explain/unknown-to-others';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import type { Position } from '@recourse/domain/money/position';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { servicingEvents, type ServicingEventName } from '@recourse/infra/events/servicing-events-schema';
import { unreadFields } from './unread-fields.js';

export type PlanEvent = { type: ServicingEventName; at: Instant; data: Record<string, unknown> };

/** They hold a loan or a person, which intake decides: a plan that knew nothing of it would contact somebody who is held. */
const holding = (type: ServicingEventName): boolean =>
  type.startsWith('person-') || type === 'dispute-raised' || type === 'complaint-raised';

const placeOf = (nth: number): string => `events[${nth}]`;

type Read = { fact: LoanFact } | { faults: string[] };

const factOf = ({ type, at, data }: PlanEvent, nth: number, now: Instant): Read => {
  const place = placeOf(nth);
  if (holding(type))
    return { faults: [`${place}.type: places a hold, which no file tells: ask with --case [event-not-explained]`] };
  const read = servicingEvents[type].safeParse(data);
  if (!read.success)
    return { faults: schemaFaults(read.error).map(({ path, reason }) => `${place}.data.${path}: ${reason} [shape]`) };
  // Servicing may add fields that ingest does not read; in a file they are slips of the pen.
  const unread = unreadFields(data, read.data, `${place}.data`).map((field) => field.replaceAll(/\.(\d+)\b/g, '[$1]'));
  const fact = { type, eventId: `event-${nth + 1}`, occurredAt: at, ...read.data } as LoanFact;
  if (at > now) return { faults: [`${place}.at: must not be later than at [event-in-the-future]`] };
  const part = orderNotWhole(undefined, fact);
  if (part) return { faults: [`${place}.data.${part.field.replaceAll(/\.(\d+)\b/g, '[$1]')}: ${part.reason} [shape]`] };
  const ahead = datedAhead(fact, now);
  if (unread.length === 0 && !ahead) return { fact };
  return {
    faults: [
      ...unread.map((field) => `${field}: is not a known field [shape]`),
      ...(ahead ? [`${place}.data.${ahead.field}: must not be later than at [event-in-the-future]`] : []),
    ],
  };
};

type OfMoney = Extract<
  LoanFact,
  { type: 'payment-reversed' | 'waiver-withdrawn' | 'amount-waived' | 'money-out' | 'charge-added' }
>;
const ofMoney: ReadonlySet<LoanFact['type']> = new Set<OfMoney['type']>([
  'payment-reversed',
  'waiver-withdrawn',
  'amount-waived',
  'money-out',
  'charge-added',
]);
/** These speak of what another event tells. */
const isOfMoney = (fact: LoanFact): fact is OfMoney => ofMoney.has(fact.type);

const termsOf = (facts: readonly LoanFact[]): Terms | undefined =>
  facts.flatMap((fact) => ('terms' in fact && fact.terms !== undefined ? [fact.terms] : [])).at(-1);

export type PlanFacts = { facts: LoanFact[]; terms: Terms; position: Position };

/**
 * What the events of a file tell, in their order, with the terms they tell last and the position they come to; or everything that is wrong
 * with them, by field and reason: by themselves first, then beside each other.
 */
export function planFacts(events: readonly PlanEvent[], now: Instant, law: Law): PlanFacts | { faults: string[] } {
  const read = events.map((event, nth) => factOf(event, nth, now));
  const wrong = read.flatMap((each) => ('faults' in each ? each.faults : []));
  if (wrong.length > 0) return { faults: wrong };
  const told = read.flatMap((each) => ('fact' in each ? each.fact : []));
  const agreed = termsOf(told);
  if (!agreed) return { faults: ['events: no event tells the terms of the loan [terms-missing]'] };
  // As intake does: the law stands above the terms, and nothing rests on an acceleration that it does not allow.
  const day = now.slice(0, 10);
  const facts = told.map((fact) => termsUnderLaw(accelerationUnderLaw(fact, agreed, law), law, day));
  const terms = termsOf(facts) ?? agreed;
  let position = emptyPosition(terms.currency);
  const faults: string[] = [];
  facts.forEach((fact, nth) => {
    const folded = foldLoanFact(position, fact);
    if ('position' in folded) position = folded.position;
    else faults.push(`${placeOf(nth)}.data.${folded.field}: ${folded.reason} [contradiction]`);
  });
  if (faults.length > 0) return { faults };
  facts.forEach((fact, nth) => {
    if (!isOfMoney(fact)) return;
    for (const { field, text, reason } of [...unknownToOthers(fact, position), ...againstOthers(fact, position)])
      faults.push(`${placeOf(nth)}.data.${field}: ${text} [${reason}]`);
  });
  return faults.length > 0 ? { faults } : { facts, terms, position };
}

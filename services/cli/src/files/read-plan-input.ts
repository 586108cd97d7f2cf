import { join } from 'node:path';
import { caseIdOf } from '@recourse/domain/case/case-id';
import type { Terms } from '@recourse/domain/case/terms';
import { decide } from '@recourse/domain/case/decide';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Seen, SeenPerson } from '@recourse/domain/case/seen';
import { opaqueText } from '@recourse/domain/policy/opaque-text';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { id } from '@recourse/infra/events/event-fields';
import { servicingEvents, type ServicingEventName } from '@recourse/infra/events/servicing-events-schema';
import { loadPolicies, type Policies } from '@recourse/infra/policies/load-policies';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { z } from 'zod';
import { Mistake } from '../words/mistake.js';
import { jsonOfFile } from './json-of-file.js';
import { planFacts } from './plan-facts.js';

const instant = z.iso.datetime({
  precision: 3,
  error: 'must be an instant in UTC with milliseconds, such as 2026-02-20T02:00:00.000Z',
});
const day = z.iso.date('must be a day that exists, YYYY-MM-DD');
/** As far as the gate reckons. */
const [firstYear, endYear] = ['1900', '2100'];
const names = Object.keys(servicingEvents) as [ServicingEventName, ...ServicingEventName[]];

/** Version 1 of what `explain plan` and `explain limitation` read: everything known of the loan at `at`. */
const shape = z.strictObject({
  v: z.literal(1),
  at: instant.refine((at) => at >= firstYear && at < endYear, `must be from ${firstYear} on and before ${endYear}`),
  strategy: opaqueText.default('consumer-cn'),
  people: z
    .array(
      z.strictObject({
        personId: id,
        role: z.enum(['borrower', 'co-borrower', 'guarantor']),
        zone: opaqueText,
        points: z.array(
          z.strictObject({
            pointId: id,
            kind: z.enum(['mobile', 'email', 'app', 'address']),
            verifiedOn: day.exactOptional(),
          }),
        ),
      }),
    )
    .min(1),
  events: z.array(z.strictObject({ type: z.enum(names), at: instant, data: z.record(z.string(), z.unknown()) })).min(1),
});

type Told = z.output<typeof shape>;

const refuse = (file: string, faults: readonly string[]): Mistake =>
  new Mistake(`${file} cannot be explained:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);

/** What is not as this installation's policies know it. */
const unknownOf = (
  { people }: Told,
  { zone, jurisdiction }: Terms,
  { zones, places }: Pick<Policies, 'zones' | 'places'>,
): string[] => [
  ...(Object.hasOwn(zones, zone) ? [] : ['terms.zone: is no zone we have the rules of [zone-unknown]']),
  ...(places.has(jurisdiction)
    ? []
    : ['terms.jurisdiction: is no country and no part of one we know [jurisdiction-unknown]']),
  ...people.flatMap((person, nth) =>
    Object.hasOwn(zones, person.zone) ? [] : [`people[${nth}].zone: is no zone we have the rules of [zone-unknown]`],
  ),
];

/**
 * The case as it stands after the one turn that takes all of the file: what a case would plan that opened at `at` knowing it.
 * @throws Mistake naming every field that is wrong
 */
export function readPlanInput(file: string): { kase: CollectionCase; seen: Seen; at: string } {
  const read = shape.safeParse(jsonOfFile(file));
  if (!read.success)
    throw refuse(
      file,
      schemaFaults(read.error).map(({ path, reason }) => `${path || 'the whole'}: ${reason} [shape]`),
    );
  const told = read.data;
  const policies = loadPolicies(join(repoRoot, 'policies'));
  const known = planFacts(told.events, told.at, policies.law);
  if ('faults' in known) throw refuse(file, known.faults);
  const { facts, terms, position } = known;
  const strategy = policies.latestByName.get(told.strategy);
  if (!strategy) throw refuse(file, [`strategy: no strategy is named ${told.strategy} [strategy-unknown]`]);
  const unknown = unknownOf(told, terms, policies);
  if (unknown.length > 0) throw refuse(file, unknown);
  const people: SeenPerson[] = told.people.map(({ points, ...person }) => ({
    ...person,
    known: true,
    holds: [],
    points: points.map((point) => ({ ...point, valid: true })),
  }));
  const seen: Seen = {
    position: { ...position, version: facts.length },
    terms,
    people,
    rules: {
      strategy: strategy.strategy,
      strategyHash: strategy.hash,
      law: policies.law,
      contacts: policies.contacts,
      ...(policies.arrangements && { arrangements: policies.arrangements }),
      zones: policies.zones,
    },
    loanHolds: [],
    underWay: [],
    unresolved: [],
  };
  const inputs = facts.map((event, nth) => ({
    n: nth + 1,
    itemId: event.eventId,
    at: told.at,
    kind: 'loan-event' as const,
    event,
  }));
  const { kase } = decide(undefined, caseIdOf('file', 'loan', 1), inputs, seen, told.at);
  return { kase, seen, at: told.at };
}

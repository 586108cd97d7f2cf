import { z } from 'zod';
import { caseEventsTopic, contactOutcomesTopic, loanEventsTopic } from '../kafka/topics.js';
import { caseEventData, caseEventType, caseFacts } from './case-events-schema.js';
import { contactOutcomes, contactOutcomeType, type ContactOutcomeName } from './contact-outcomes-schema.js';
import { servicingEvents, servicingEventType, type ServicingEventName } from './servicing-events-schema.js';
import type { CaseFactType } from '@recourse/domain/case/case-facts';

type JsonSchema = Record<string, unknown>;

/** One event of the contract. `schema` is JSON Schema of its data, self-contained, draft 7 (which AsyncAPI reads). */
export type CatalogEvent = { name: string; type: string; says: string; schema: JsonSchema };

/** One topic of the contract, as a stranger needs to know it. */
export type CatalogTopic = {
  /** Name of the channel in AsyncAPI. */
  channel: string;
  topic: string;
  /** What Recourse does with it. */
  action: 'receive' | 'send';
  says: string;
  key: string;
  /** CloudEvents extension attributes, besides `tenant`. */
  extensions: Record<string, string>;
  events: CatalogEvent[];
};

/** Everything that goes in and out of Recourse over Kafka. */
export function eventCatalog(): CatalogTopic[] {
  return [
    {
      channel: 'loanEvents',
      topic: loanEventsTopic,
      action: 'receive',
      says: 'What the servicing system tells of loans and payments. Taken at least once, counted once: `source` and `id` name an event, `paymentId` a payment.',
      key: 'tenant|loan',
      extensions: { loan: 'The loan it is about.' },
      events: namesOf(servicingEvents).map((name: ServicingEventName) => ({
        name,
        type: servicingEventType(name),
        ...accepted(servicingEvents[name]),
      })),
    },
    {
      channel: 'contactOutcomes',
      topic: contactOutcomesTopic,
      action: 'receive',
      says: 'What became of contacts and placements, told by those who carried them out.',
      key: 'tenant|attempt',
      extensions: { attempt: 'The act id it is about.' },
      events: namesOf(contactOutcomes).map((name: ContactOutcomeName) => ({
        name,
        type: contactOutcomeType(name),
        ...accepted(contactOutcomes[name]),
      })),
    },
    {
      channel: 'caseEvents',
      topic: caseEventsTopic,
      action: 'send',
      says: 'What becomes of every case: its journal, entry by entry, in order and without gaps. Delivered at least once: drop an `id` (`caseId/seq`) you have seen.',
      key: 'tenant|loan',
      extensions: { loan: 'The loan of the case.', sequence: "The entry's number in its case, from 1." },
      events: namesOf(caseFacts).map((name: CaseFactType) => ({
        name,
        type: caseEventType(name),
        says: caseFacts[name].description ?? '',
        schema: jsonSchema(caseEventData(name), 'output'),
      })),
    },
  ];
}

const namesOf = <T extends object>(events: T): (keyof T & string)[] => Object.keys(events) as (keyof T & string)[];

const accepted = (schema: z.ZodType): Pick<CatalogEvent, 'says' | 'schema'> => ({
  says: schema.description ?? '',
  schema: jsonSchema(schema, 'input'),
});

/** Without ids and `$defs`, which AsyncAPI could not resolve, and without what only repeats a format or the limits of a number. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _draft, ...plain } = z.toJSONSchema(schema, {
    io,
    target: 'draft-7',
    reused: 'inline',
    override: ({ jsonSchema: made }) => {
      if (made.format === 'date') delete made.pattern;
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
      // Consumers must let in what a later version adds.
      if (io === 'output') delete made.additionalProperties;
    },
  });
  return plain;
}

import { z } from 'zod';
import type { Law } from '../law/law.js';
import { channel, party, placeType, purpose, partyGround } from '../law/shapes/gate-words.js';
import { saying } from '../law/shapes/content-gate-shape.js';
import { holdReasons } from '../holds/hold-reasons.js';
import { holdStops } from '../holds/hold-stops.js';
import { opaqueText } from '../policy/opaque-text.js';
import { schemaFaults, type SchemaFault } from '../policy/schema-faults.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { GateAsk } from './gate-ask.js';
import {
  agreedTimeShape,
  agreedTooFar,
  consentShape,
  inconvenientTimeShape,
  isAgreedTooFar,
  optOutShape,
  toldInstant,
} from './standing-shapes.js';

const hold = z
  .strictObject({
    id: opaqueText,
    reason: z.enum(holdReasons, 'must be a reason to hold'),
    scope: z.union(
      [
        z.strictObject({ loan: opaqueText }),
        z.strictObject({ person: opaqueText }),
        z.strictObject({ point: opaqueText }),
      ],
      'must be {"loan": ID}, {"person": ID} or {"point": ID}',
    ),
    // The reason alone says that somebody asked to be left alone: none is a hold of nothing.
    stops: z.array(z.enum(holdStops)).min(1),
    from: toldInstant,
    until: toldInstant.exactOptional(),
    endedAt: toldInstant.exactOptional(),
  })
  .refine(({ from, until }) => until === undefined || until > from, { error: 'must be after from', path: ['until'] })
  .refine(({ from, endedAt }) => endedAt === undefined || endedAt >= from, {
    error: 'must not be before from',
    path: ['endedAt'],
  });

const entry = z
  .strictObject({
    actId: opaqueText,
    at: toldInstant,
    channel,
    purpose,
    pointId: opaqueText,
    open: z.boolean().default(false),
    connected: z.boolean().default(false),
    conversation: z.boolean().default(false),
    rightParty: z.boolean().default(false),
    // Left out, it counts for every loan; of none it would count for no cap of a debt.
    loans: z.array(opaqueText).min(1).exactOptional(),
    party: party.exactOptional(),
    placeType: placeType.exactOptional(),
    voicemail: z.boolean().exactOptional(),
    inbound: z.boolean().exactOptional(),
    consented: z.boolean().exactOptional(),
    sender: z.enum(['own', 'agency']).exactOptional(),
    senderId: opaqueText.exactOptional(),
  })
  .refine(({ connected, ...came }) => connected || !(came.conversation || came.rightParty || came.voicemail), {
    error: 'must be true where there was a conversation, the right party or a voicemail',
    path: ['connected'],
  });

const standing = z.strictObject({
  places: z.array(opaqueText).default([]),
  consents: z.array(consentShape).default([]),
  optOuts: z.array(optOutShape).default([]),
  agreedTimes: z.array(agreedTimeShape).default([]),
  inconvenientTimes: z.array(inconvenientTimeShape).default([]),
  inconvenientPlaces: z.array(placeType).default([]),
  grounds: z.array(partyGround).default([]),
  refusedForEver: z.boolean().default(false),
});

/** The shape of a question, v1. */
export const gateInput = (isKnownZone: (zone: string) => boolean) =>
  z
    .strictObject({
      /** Version of this shape. */
      v: z.literal(1, 'must be 1, the version of this shape'),
      attempt: z.strictObject({
        purpose,
        channel,
        at: toldInstant,
        personId: opaqueText,
        pointId: opaqueText,
        loanId: opaqueText,
        arrears: z.int('must be whole minor units').min(0, 'must not be negative'),
        jurisdiction: opaqueText,
        product: opaqueText,
        actor: z.enum(['first-party', 'agency', 'buyer']),
        inboundReply: z.boolean().exactOptional(),
        senderId: opaqueText.exactOptional(),
        line: z
          .strictObject({ recorded: z.boolean().default(false), officialAccount: z.boolean().default(false) })
          .exactOptional(),
      }),
      content: z
        .strictObject({
          says: z.array(saying).default([]),
          firstContact: z.boolean().default(false),
          languages: z.array(opaqueText).default([]),
        })
        .exactOptional(),
      person: z.strictObject({
        zones: z.array(opaqueText.refine(isKnownZone, 'is not a time zone we have the rules of')),
        known: z.boolean().default(true),
        party,
        holds: z.array(hold).default([]),
        standing: standing.prefault({}),
        language: opaqueText.exactOptional(),
      }),
      point: z
        .strictObject({
          kind: z.enum(['mobile', 'email', 'app', 'im', 'address']),
          valid: z.boolean().default(true),
          holds: z.array(hold).default([]),
          placeType: placeType.exactOptional(),
        })
        .exactOptional(),
      ledger: z
        .strictObject({
          person: z.array(entry).default([]),
          point: z.array(entry).default([]),
          personKnownFrom: toldInstant.exactOptional(),
          pointKnownFrom: toldInstant.exactOptional(),
        })
        .prefault({}),
      loanHolds: z.array(hold).default([]),
    })
    .superRefine(refuseAgreedTooFar)
    .superRefine(refuseToCome);

type Read = {
  attempt: { at: Instant };
  person: { standing: { agreedTimes: { untilDay: Day }[] } };
  ledger: Record<'person' | 'point', { at: Instant }[]>;
};

/** What is known when a contact is asked was told by then. */
const refuseAgreedTooFar = ({ attempt, person }: Read, context: z.core.$RefinementCtx): void => {
  for (const [nth, agreed] of person.standing.agreedTimes.entries())
    if (isAgreedTooFar(agreed, attempt.at)) {
      const path = ['person', 'standing', 'agreedTimes', nth, 'untilDay'];
      context.addIssue({ code: 'custom', message: agreedTooFar, path, input: agreed });
    }
};

/** A ledger is of contacts that were: one of later than the contact asked about counts for nothing, and is a slip of the pen. */
const refuseToCome = ({ attempt, ledger }: Read, context: z.core.$RefinementCtx): void => {
  for (const whose of ['person', 'point'] as const)
    for (const [nth, entry] of ledger[whose].entries())
      if (entry.at > attempt.at) {
        const path = ['ledger', whose, nth, 'at'];
        context.addIssue({ code: 'custom', message: 'must not be after attempt.at', path, input: entry });
      }
};

/**
 * A question to the contact gate as people write it (docs/gate-check.md): zones by name, times with their offset, what is left out empty.
 * Without a point it is unknown, without content what is said. Or everything that is wrong with it, by field.
 */
export const readGateInput = (
  value: unknown,
  law: Law,
  zones: Readonly<Record<string, ZoneSlice>>,
): { ask: GateAsk } | { faults: SchemaFault[] } => {
  const read = gateInput((zone) => Object.hasOwn(zones, zone)).safeParse(value);
  if (!read.success) return { faults: schemaFaults(read.error) };
  const { attempt, content, person, point, ledger, loanHolds } = read.data;
  return {
    ask: {
      attempt,
      content,
      person: { ...person, zones: person.zones.flatMap((zone) => zones[zone] ?? []) },
      point,
      ledger,
      loanHolds,
      law,
    },
  };
};

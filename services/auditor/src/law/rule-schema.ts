import { z } from 'zod';

/** Loose and our own: what the product's schema refuses is not ours to say; a number we cannot read is. */
const texts = z.array(z.string());
const collecting = ['collect', 'locate', 'relay', 'remind-before-due'];
const everyPurpose = [...collecting, 'service', 'legally-required'];
const everyChannel = ['sms', 'email', 'app', 'im', 'voice-bot', 'dialler', 'letter', 'call', 'visit'];
const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const unit = z.enum(['attempt', 'connected', 'conversation', 'communication', 'visit']);

const head = {
  id: z.string(),
  citation: z.string(),
  actor: texts,
  product: texts.optional(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().optional(),
  override: texts.default([]),
  channels: texts,
  purposes: texts.default(collecting),
  parties: texts.optional(),
};
const counting = {
  days: z.number(),
  scope: texts,
  placeTypes: texts.optional(),
  exclusions: texts.default([]),
  consentDays: z.number().optional(),
};

/** Of kinds that bear on every channel and purpose. */
const always = {
  channels: z
    .array(z.never())
    .length(0)
    .optional()
    .transform(() => everyChannel),
};

export const contactRule = z.discriminatedUnion('kind', [
  z.looseObject({
    ...head,
    kind: z.literal('contact-window'),
    windows: z.array(z.object({ days: texts.default(everyDay), from: z.string(), to: z.string() })),
    closedOnHolidaysOf: z.string().optional(),
    personsTimes: z.boolean().default(false),
  }),
  z.looseObject({
    ...head,
    ...counting,
    kind: z.literal('frequency-cap'),
    unit,
    limit: z.number(),
    window: z.enum(['calendar', 'rolling', 'stricter']).optional(),
  }),
  z.looseObject({
    ...head,
    ...counting,
    kind: z.literal('cooldown'),
    trigger: unit,
    dayOneIsTriggerDay: z.boolean(),
  }),
  z
    .looseObject({
      ...head,
      ...always,
      kind: z.literal('party-eligibility'),
      parties: texts,
      purposes: texts,
      when: texts.optional(),
      maxContacts: z.number().optional(),
      maxContactsDays: z.number().optional(),
    })
    .transform(({ purposes, when, ...rule }) => ({
      ...rule,
      purposes: everyPurpose,
      mayBeFor: purposes,
      grounds: when,
    })),
  z.looseObject({
    ...head,
    kind: z.literal('channel-permission'),
    placeTypes: texts.optional(),
    allowed: z.boolean().default(true),
    basis: texts.optional(),
    basisDays: z.number().optional(),
    handoverNoticeDays: z.number().optional(),
    optOut: z.enum(['medium', 'all']).default('medium'),
    officialAccountOnly: z.boolean().default(false),
    recordingRequired: z.boolean().default(false),
  }),
  z.looseObject({
    ...head,
    kind: z.literal('content-gate'),
    mustSay: texts.default([]),
    mustNotSay: texts.default([]),
    firstContactOnly: z.boolean().default(false),
    sameLanguage: z.boolean().default(false),
    thirdPartySafe: z.boolean().default(false),
  }),
  z.looseObject({
    ...head,
    ...always,
    kind: z.literal('hold-on-event'),
    purposes: z
      .array(z.never())
      .length(0)
      .optional()
      .transform(() => everyPurpose),
    event: z.string(),
    stops: texts,
    allowedWhileHeld: texts,
    days: z.number().optional(),
  }),
]);

export const packFile = z.object({
  jurisdiction: z.string(),
  rules: z.array(z.looseObject({ kind: z.string(), confidence: z.string().optional() })),
});

export const noticeRule = z.object({
  notice: z.string(),
  actor: texts,
  product: texts.optional(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().optional(),
});

export const accelerationRule = noticeRule.extend({ minDays: z.number(), clockStart: z.string() });

export const answerRule = z.object({
  id: z.string(),
  citation: z.string(),
  actor: texts,
  product: texts.optional(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().optional(),
  request: z.string(),
  days: z.number(),
  dayCalendar: z.string().default('calendar-days'),
  extensions: z
    .array(z.object({ days: z.number(), ground: z.string(), approval: z.boolean().default(false) }))
    .default([]),
});

export const limitationRule = z.object({
  id: z.string(),
  citation: z.string(),
  actor: texts,
  product: texts.optional(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().optional(),
  clock: z.string(),
  length: z.object({ count: z.number(), unit: z.enum(['days', 'months', 'years']) }),
  startsOn: z.string(),
  suspendsOn: texts.default([]),
  suspendsInLastMonths: z.number().optional(),
  restartsOn: z.array(z.object({ event: z.string(), proof: texts.default([]) })).default([]),
});

export const moneyRule = z.object({
  id: z.string(),
  actor: texts,
  product: texts.optional(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().optional(),
  override: texts.default([]),
  appliesTo: texts.optional(),
  allocationOrder: z.array(z.union([z.string(), texts])).optional(),
  dpd: z.object({ from: z.number(), to: z.number().optional() }).optional(),
  maxYearlyRateBp: z.number().optional(),
  lprMultiplePermille: z.number().optional(),
  contractRateMultiple: z.object({ minPermille: z.number(), maxPermille: z.number() }).optional(),
  onlyWhile: z.string().optional(),
});

export const calendarFile = z.object({
  calendar: z.string(),
  coversFrom: z.string(),
  coversTo: z.string(),
  holidays: z.array(z.object({ day: z.string() })),
});

export const countryFile = z.object({ countries: z.record(z.string(), texts) });

export const partFile = z.object({ zones: z.array(z.object({ zones: texts, parts: texts })) });

export const zoneFile = z.object({ window: z.object({ from: z.string(), until: z.string() }) });

export const prefixFile = z.object({
  zonesOfNumbers: z.array(z.object({ zones: texts, prefixes: texts })),
});

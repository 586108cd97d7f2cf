import { z } from 'zod';

/** Loose and our own: what the product's schema refuses is not ours to say; a number we cannot read is. */
const texts = z.array(z.string());
const collecting = ['collect', 'locate', 'relay', 'remind-before-due'];
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

export const numericRule = z.discriminatedUnion('kind', [
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
]);

export const packFile = z.object({
  jurisdiction: z.string(),
  rules: z.array(z.looseObject({ kind: z.string(), confidence: z.string().optional() })),
});

export const noticeRule = z.looseObject({ notice: z.string() });

export const calendarFile = z.object({
  calendar: z.string(),
  coversFrom: z.string(),
  coversTo: z.string(),
  holidays: z.array(z.object({ day: z.string() })),
});

export const countryFile = z.object({ countries: z.record(z.string(), texts) });

export const prefixFile = z.object({
  zonesOfNumbers: z.array(z.object({ zones: texts, prefixes: texts })),
});

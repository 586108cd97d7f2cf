import { z } from 'zod';
import { channels } from '../../contact/channels.js';
import { purposes } from '../../contact/purposes.js';

/** The closed words of rules that gate a contact. */
export const channel = z.enum(channels, 'must be a channel');

export const purpose = z.enum(purposes, 'must be a purpose');

export const party = z.enum(
  [
    'borrower',
    'co-borrower',
    'guarantor',
    'spouse-related',
    'emergency-contact',
    'attorney',
    'guardian',
    'estate',
    'heir',
    'employer',
    'unrelated',
  ],
  'must be a party class',
);

export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], 'must be a weekday, mon to sun');

/** What makes a party one who may be contacted; `PartyGround` in words. */
export const partyGround = z.enum([
  'debtor-unreachable',
  'debtor-died',
  'debtor-incapable',
  'liable-by-agreement',
  'proof-of-authority',
  'willing-to-pay',
  'provenance-named-by-borrower',
]);

export const placeType = z.enum(['home', 'mobile', 'work', 'other'], 'must be a kind of place');

/** `24:00` ends a day. */
export const timePattern = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

export const timeOfDay = z.string().regex(timePattern, 'must be a time of day, HH:MM in quotes');

/** Purposes the law of collection speaks of; an answer, a receipt or a notice the law demands is none (requirements D1). */
export const collectionPurposes: z.infer<typeof purpose>[] = ['collect', 'locate', 'relay', 'remind-before-due'];

/** A cap or window of more days than the ledger keeps could not be kept. */
export const ledgerDays = 90;

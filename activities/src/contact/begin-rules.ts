import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import type { ContactLaw } from '@recourse/domain/contact/contact-law';
import type { Templates } from './message-template.js';

/** The policies `begin` judges by, all in memory. */
export type BeginRules = { law: ContactLaw; zones: Readonly<Record<string, ZoneSlice>>; templates: Templates };

/** A deferral of this rule passes within seconds as a rule: ingest has not yet said that it has taken all payments on the log. */
export const ingestRule = 'INGEST-CURRENT';

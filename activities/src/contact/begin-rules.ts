import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import type { Partner } from '@recourse/domain/agency/partner-register';
import type { ContactSettings } from '@recourse/domain/contact/contact-settings';
import type { Law } from '@recourse/domain/law/law';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import type { Templates } from './message-template.js';

/** The policies `begin` judges by, all in memory. */
export type BeginRules = {
  law: Law;
  contacts: ContactSettings;
  zones: Readonly<Record<string, ZoneSlice>>;
  templates: Templates;
  /** Who may be given work, by id. */
  partners: ReadonlyMap<string, Partner>;
};

/** Those of whoever hears what was promised in a contact, too: every strategy by its hash. */
export type DeskRules = BeginRules & { strategiesByHash: ReadonlyMap<string, Strategy> };

/** A deferral of this rule passes within seconds as a rule: ingest has not yet said that it has taken all payments on the log. */
export const ingestRule = 'INGEST-CURRENT';

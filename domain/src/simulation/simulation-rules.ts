import type { Partner } from '../agency/partner-register.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { ContactSettings } from '../contact/contact-settings.js';
import type { Saying } from '../contact/content/sayings.js';
import type { Law } from '../law/law.js';
import type { Strategy } from '../strategy/strategy.js';
import type { BorrowerModel } from './borrower-model.js';
import type { CollectionCosts } from './collection-costs.js';

/** All that a simulation goes by, immutable: the rules cases are decided by, and the assumptions about borrowers and prices. */
export type SimulationRules = {
  strategy: Strategy;
  strategyHash: string;
  law: Law;
  contacts: ContactSettings;
  zones: Record<string, ZoneSlice>;
  partners: ReadonlyMap<string, Partner>;
  /** What messages say, by name, and which notices they are; `asFirst`: which takes its place where the law wants more said first. */
  templates: ReadonlyMap<
    string,
    {
      says: readonly Saying[];
      notices?: readonly string[] | undefined;
      firstContact: boolean;
      asFirst?: string | undefined;
    }
  >;
  model: BorrowerModel;
  costs: CollectionCosts;
};

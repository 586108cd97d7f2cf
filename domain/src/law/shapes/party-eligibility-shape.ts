import { z } from 'zod';
import { ledgerDays, party, purpose, partyGround } from './gate-words.js';
import { ruleHead } from './rule-head.js';

/**
 * The only purposes for which `parties` may be contacted, and what must be true first. `when`: any one of them is enough.
 * `blockOnRefusal`: one refusal is for ever. `maxContacts` in `maxContactsDays`; without those ever: a ledger keeps contacts with third parties for good.
 */
export const partyEligibilityShape = z.strictObject({
  ...ruleHead,
  kind: z.literal('party-eligibility'),
  parties: z.array(party).min(1),
  purposes: z.array(purpose),
  when: z.array(partyGround).min(1).optional(),
  maxContacts: z.int().min(1).max(1_000).optional(),
  maxContactsDays: z.int().min(1).max(ledgerDays).optional(),
  blockOnRefusal: z.boolean().default(false),
  /** What the party owes at most: the estate received (民法典 1161). Read by the money rules. */
  liabilityCap: z.enum(['estate-received', 'guaranteed-sum']).optional(),
});

export type PartyEligibility = z.infer<typeof partyEligibilityShape>;

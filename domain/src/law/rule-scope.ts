import { z } from 'zod';
import { channels } from '../contact/channels.js';
import type { Rule } from './rule.js';
import { holdsIn, type RulePack } from './rule-pack.js';
import { channel, collectionPurposes, party, placeType, purpose } from './shapes/gate-words.js';
import { ruleHead } from './shapes/rule-head.js';

/** Who may be bound. */
export const actors = ruleHead.actor.element.options;

/** Whom and what a rule binds, in the words of the packs. What is left out is all there is; of purposes, those of collection. */
export const ruleScopeFields = {
  actor: ruleHead.actor.optional(),
  product: ruleHead.product,
  channels: z.array(channel).min(1).optional(),
  purposes: z.array(purpose).min(1).optional(),
  parties: z.array(party).min(1).optional(),
  placeTypes: z.array(placeType).min(1).optional(),
};

const fields = z.strictObject(ruleScopeFields);

/** `jurisdiction`: where the law holds, told as a pack tells it. */
export type RuleScope = z.infer<typeof fields> & { jurisdiction: string };

type Field = keyof z.infer<typeof fields>;

const all: Record<Field, readonly string[]> = {
  actor: actors,
  product: ['every product'],
  channels,
  purposes: collectionPurposes,
  parties: party.options,
  placeTypes: placeType.options,
};

/** The purposes of `party-eligibility` are what it allows: fewer of them forbid more. */
const spokenOf = (rule: Rule, field: Field): readonly string[] | undefined =>
  rule.kind === 'party-eligibility' && field === 'purposes'
    ? undefined
    : (rule as { [F in Field]?: readonly string[] | undefined })[field];

/** Why a rule of a pack holds for less than it must; nothing when it holds for all of it or for more. */
export const scopeLack = (
  rule: Rule,
  { jurisdiction }: Pick<RulePack, 'jurisdiction'>,
  must: RuleScope,
): string | undefined => {
  const lacks = holdsIn({ jurisdiction }, must.jurisdiction)
    ? []
    : [`holds in ${jurisdiction} and not in ${must.jurisdiction}`];
  for (const field of Object.keys(ruleScopeFields) as Field[]) {
    const had = spokenOf(rule, field);
    const lacking = had === undefined ? [] : (must[field] ?? all[field]).filter((each) => !had.includes(each));
    if (lacking.length > 0) lacks.push(`leaves out ${field} ${lacking.join(', ')}`);
  }
  return lacks.length === 0 ? undefined : lacks.join(', ');
};

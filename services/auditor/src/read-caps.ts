import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Caps } from './evidence.js';
import { ownPolicies } from './read-strategies.js';
import { asTrouble } from './trouble.js';

const cap = z.object({ id: z.string(), limit: z.number() });
const pack = z.object({ rules: z.array(z.looseObject({ id: z.string() })) });

/** The daily caps of the rule pack: read as data, since a lender may set stricter ones; what counts is reckoned here. @throws Trouble */
export function readCaps(policies: string = ownPolicies): Promise<Caps> {
  return asTrouble('RECOURSE_POLICIES', 'reading caps', async () => {
    const { rules } = pack.parse(parse(readFileSync(join(policies, 'rule-packs', 'house.yaml'), 'utf8')));
    const limitOf = (id: string): number => cap.parse(rules.find((rule) => rule.id === id)).limit;
    return {
      personAttempts: limitOf('OWN-FREQ-1'),
      personConversations: limitOf('OWN-FREQ-3'),
      pointAttempts: limitOf('OWN-FREQ-2'),
    };
  });
}

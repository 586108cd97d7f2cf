import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Caps } from './evidence.js';
import { ownPolicies } from './read-strategies.js';
import { asTrouble } from './trouble.js';

const pack = z.object({
  perPersonPerDay: z.object({ attempts: z.number(), conversations: z.number() }),
  perPointPerDay: z.object({ attempts: z.number() }),
});

/** The daily caps of the rule pack: read as data, since a lender may set stricter ones; what counts is reckoned here. @throws Trouble */
export function readCaps(policies: string = ownPolicies): Promise<Caps> {
  return asTrouble('RECOURSE_POLICIES', 'reading caps', async () => {
    const { perPersonPerDay, perPointPerDay } = pack.parse(
      parse(readFileSync(join(policies, 'rule-packs', 'baseline.yaml'), 'utf8')),
    );
    return {
      personAttempts: perPersonPerDay.attempts,
      personConversations: perPersonPerDay.conversations,
      pointAttempts: perPointPerDay.attempts,
    };
  });
}

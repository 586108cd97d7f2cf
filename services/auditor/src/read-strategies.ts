import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { KnownStrategy } from './known-strategy.js';
import { asTrouble } from './trouble.js';

const strategy = z.object({
  strategy: z.string(),
  version: z.number(),
  stages: z.array(
    z.object({ stage: z.string(), enter: z.array(z.object({ fact: z.string(), atLeast: z.unknown().optional() })) }),
  ),
});
export const ownPolicies = fileURLToPath(new URL('../../../policies', import.meta.url));

/** The ladders of the policy files: which stages there are, and what is asked before one is entered. @throws Trouble */
export function readStrategies(policies: string = ownPolicies): Promise<KnownStrategy[]> {
  const folder = join(policies, 'strategies');
  return asTrouble('RECOURSE_POLICIES', 'reading strategies', async () =>
    readdirSync(folder)
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => strategy.parse(parse(readFileSync(join(folder, file), 'utf8'))))
      .map(({ strategy: name, version, stages }) => ({
        name,
        version,
        stages: stages.map(({ stage, enter }) => ({ stage, asks: enter.map(({ fact }) => fact), ...ageIn(enter) })),
      })),
  );
}

/** Ladder age is at most days past due: what asks for either asks for those. */
const ageIn = (enter: { fact: string; atLeast?: unknown }[]): { age?: number } => {
  const ages = enter.flatMap(({ fact, atLeast }) =>
    (fact === 'ladder-age' || fact === 'dpd') && typeof atLeast === 'number' ? [atLeast] : [],
  );
  return ages.length === 0 ? {} : { age: Math.max(...ages) };
};

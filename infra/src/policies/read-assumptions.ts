import { join } from 'node:path';
import type { z } from 'zod';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { borrowerModelShape, type BorrowerModel } from '@recourse/domain/simulation/borrower-model';
import { collectionCostsShape, type CollectionCosts } from '@recourse/domain/simulation/collection-costs';
import { drawnPortfolioShape, type DrawnPortfolio } from '@recourse/domain/simulation/drawn-portfolio';
import type { PolicyFault } from './policy-error.js';
import { readPolicyFile } from './read-policy-file.js';

/** What a simulation assumes: no rule, and nothing but simulations reads it. */
export type Assumptions = { model: BorrowerModel; costs: CollectionCosts; portfolio: DrawnPortfolio };

const folder = 'simulation';

/** Reads and checks `policies/simulation`, or tells every fault of its files. */
export function readAssumptions(dir: string): Assumptions | { faults: PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const file = `${folder}/${name}.yaml`;
    const found = readPolicyFile(join(dir, file), file);
    if ('faults' in found) return void faults.push(...found.faults);
    const parsed = schema.safeParse(found.value);
    if (parsed.success) return parsed.data;
    faults.push(...schemaFaults(parsed.error).map((fault) => ({ file, ...fault })));
    return undefined;
  };
  const model = read('borrowers', borrowerModelShape);
  const costs = read('costs', collectionCostsShape);
  const portfolio = read('portfolio', drawnPortfolioShape);
  return model && costs && portfolio ? { model, costs, portfolio } : { faults };
}

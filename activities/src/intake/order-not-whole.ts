import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import { wholeAllocationSchema } from '@recourse/domain/money/whole-allocation-schema';
import type { ParkedBecause } from './loan-event.js';

/**
 * An order of allocation that leaves a component out, where it is told with a version of the terms above the one `known`. A version taken before
 * this was asked comes again with every missed instalment: refused, it would silence a loan that runs.
 */
export function orderNotWhole(known: Terms | undefined, fact: LoanFact): ParkedBecause | undefined {
  if (!('terms' in fact) || fact.terms?.allocation === undefined) return undefined;
  if (known !== undefined && fact.terms.version <= known.version) return undefined;
  const fault = wholeAllocationSchema.safeParse(fact.terms.allocation).error?.issues[0];
  return fault && { code: 'malformed', field: ['terms', 'allocation', ...fault.path].join('.'), reason: fault.message };
}

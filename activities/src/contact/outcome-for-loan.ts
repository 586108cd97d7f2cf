import { sharePromises } from '@recourse/domain/arrangements/share-promises';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import { promisesTold } from '@recourse/domain/case/promises-told';
import type { Minor } from '@recourse/domain/money/money';
import type { ActRecord } from '../records/act-record.js';
import { owedOf } from './owed-of.js';

/** By what a promise for several loans is laid out over them: what was told of each; a loan of which nothing is overdue has no part. */
export const weightsOf = (covers: ActRecord['covers']): Minor[] =>
  covers.map((covered) => (covered.arrears === 0 ? 0 : owedOf(covered)));

/** What came of a contact about several loans, as one of them hears it: its part of what was promised for all. */
export const outcomeForLoan = (outcome: ActOutcome, { covers }: ActRecord, loanId: string): ActOutcome => {
  if (covers.length < 2 || outcome.result !== 'answered') return outcome;
  const told = promisesTold(outcome.details);
  if (!told) return outcome;
  const nth = covers.findIndex((covered) => covered.loanId === loanId);
  const { promise: _whole, promises: _all, ...details } = outcome.details ?? {};
  const promises = sharePromises(told, weightsOf(covers), nth);
  const [only] = promises;
  const mine = outcome.details?.promises || !only ? { promises } : { promise: only };
  return { ...outcome, details: { ...details, ...mine } };
};

import { isOurs } from '../act-kinds.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding, type Violation } from '../finding.js';
import { lateOfLoans, type LateThen } from '../late-of-loans.js';
import type { ToldLate } from '../told-late.js';

/**
 * What lateness costs, as an act of ours or a case states it, is what terms, events and stops come to when reckoned anew as of that day: to the last
 * minor unit, and nothing where the terms charge for nothing.
 */
export const lateChargesOff = (evidence: Evidence): Finding => {
  const lateThen = lateOfLoans(evidence);
  const ofActs = evidence.acts.filter(isOurs).flatMap(({ id, begunAt, covers }) =>
    covers.flatMap((cover) =>
      faults(
        `${id} of loan ${cover.loanId}`,
        cover.late,
        lateThen(cover, begunAt, (event) => event.order < cover.order),
      ),
    ),
  );
  const notedAt = new Map<string, string>();
  for (const { caseId, fact } of evidence.journal) if (fact.type === 'position-noted') notedAt.set(caseId, fact.at);
  const ofCases = evidence.cases.flatMap(({ caseId, loanId, noted }) => {
    const at = notedAt.get(caseId);
    if (!noted || at === undefined) return [];
    const readPosition = noted.positionVersion;
    const asked = { loanId, caseId, readPosition };
    const then = lateThen(asked, at, ({ positionVersion }) => positionVersion <= readPosition);
    return faults(`${caseId} notes`, noted.late, then);
  });
  return finding('late-charges-off', [...ofActs, ...ofCases]);
};

const faults = (subject: string, said: ToldLate | undefined, then: LateThen): Violation[] => {
  if (then === 'not-covered') return [];
  const expected = then === 'none' ? undefined : { asOf: then.asOf, ...then.reckoned };
  if (said?.asOf === expected?.asOf && said?.late === expected?.late && said?.owed === expected?.owed) return [];
  return [{ subject, words: `${subject}: ${wordsOf(said)}, by terms and events ${wordsOf(expected)} (minor units)` }];
};

const wordsOf = (said: ToldLate | undefined): string =>
  said ? `${said.late} for lateness until ${said.asOf}, ${said.owed} in all` : 'nothing for lateness';

import { isOurs } from '../act-kinds.js';
import type { Entry, Evidence } from '../evidence.js';
import { finding, type Finding, type Violation } from '../finding.js';
import { lateOfLoans, type LateThen } from '../late-of-loans.js';
import type { ToldLate } from '../told-late.js';

/**
 * What lateness costs, as an act of ours or a case states it, is what terms, events and stops come to when reckoned anew as of that day: to the last
 * minor unit, and nothing where the terms charge for nothing. An agreement of what is overdue that tells of them is about the sum told that day.
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
  const notedBy = new Map<string, Entry>();
  for (const entry of evidence.journal) if (entry.fact.type === 'position-noted') notedBy.set(entry.caseId, entry);
  const ofCases = evidence.cases.flatMap(({ caseId, loanId, noted }) => {
    const entry = notedBy.get(caseId);
    if (!noted || !entry) return [];
    const readPosition = noted.positionVersion;
    const asked = { loanId, caseId, readPosition, before: entry.seq };
    const then = lateThen(asked, entry.fact.at, ({ positionVersion }) => positionVersion <= readPosition);
    return faults(`${caseId} notes`, noted.late, then);
  });
  return finding('late-charges-off', [...ofActs, ...ofCases, ...agreementsOff(evidence, lateThen)]);
};

/** Agreements of before these charges stood in them tell of none. */
const agreementsOff = (evidence: Evidence, lateThen: ReturnType<typeof lateOfLoans>): Violation[] => {
  const versions = new Map<string, number>();
  return evidence.journal.flatMap(({ caseId, seq, fact }) => {
    if (fact.type === 'position-noted') versions.set(caseId, Number(fact['positionVersion']));
    if (fact.type !== 'arrangement-proposed' || fact['late'] === undefined || fact['over'] !== 'arrears') return [];
    const readPosition = versions.get(caseId) ?? 0;
    const asked = { loanId: caseId.split('/')[1] ?? '', caseId, readPosition, before: seq };
    const then = lateThen(asked, fact.at, ({ positionVersion }) => positionVersion <= readPosition);
    if (then === 'not-covered' || (then !== 'none' && then.reckoned.owed === fact['owed'])) return [];
    const subject = `${caseId}/${seq}`;
    const expected = then === 'none' ? 'nothing for lateness' : String(then.reckoned.owed);
    return [
      {
        subject,
        words: `what was agreed of ${caseId} is about ${String(fact['owed'])}, by terms and events ${expected}`,
      },
    ];
  });
};

const faults = (subject: string, said: ToldLate | undefined, then: LateThen): Violation[] => {
  if (then === 'not-covered') return [];
  const expected = then === 'none' ? undefined : { asOf: then.asOf, ...then.reckoned };
  if (said?.asOf === expected?.asOf && said?.late === expected?.late && said?.owed === expected?.owed) return [];
  return [{ subject, words: `${subject}: ${wordsOf(said)}, by terms and events ${wordsOf(expected)} (minor units)` }];
};

const wordsOf = (said: ToldLate | undefined): string =>
  said ? `${said.late} for lateness until ${said.asOf}, ${said.owed} in all` : 'nothing for lateness';

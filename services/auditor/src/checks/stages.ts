import { finding, type Entry, type Evidence, type Finding } from '../evidence.js';
import { byCase } from './journal-order.js';

const ladder = ['reminder', 'call', 'visit', 'outsourcing', 'legal'];
const causes = new Set(['grace-passed', 'condition-met', 'arrears-reduced', 'cured', 'relapsed', 'payment-reversed', 'placement-ended', 'legal-withdrawn', 'arrangement-broken', 'persons-decision']);

type Entered = { stage?: string; from?: string; because?: string; criteria?: { held?: boolean }[] };

const faultOf = (entry: Entry, before: string | undefined, passedOver: Set<string>): string | undefined => {
  const { stage, from, because, criteria } = entry.fact as unknown as Entered;
  const name = `${entry.caseId}/${entry.seq}: ${before ?? 'no stage'} to ${stage}`;
  if (stage === undefined || because === undefined || !causes.has(because)) return `${name} without a cause`;
  if (from !== before) return `${name}, but it says from ${from ?? 'no stage'}`;
  if (because !== 'condition-met') return undefined;
  if (criteria?.some(({ held }) => held !== true)) return `${name} though a criterion did not hold`;
  const skipped = ladder.slice(ladder.indexOf(before ?? '') + 1, ladder.indexOf(stage)).filter((between) => !passedOver.has(between));
  return skipped.length > 0 ? `${name} skips ${skipped.join(', ')}` : undefined;
};

/** Every change of stage has its entry with a named cause, climbs to the next stage or past screened ones, and the case stands where they lead. */
export const stagesWithoutCause = ({ journal, cases }: Evidence): Finding => {
  const stages = new Map(cases.map(({ caseId, stage }) => [caseId, stage]));
  const violations = [...byCase(journal)].flatMap(([caseId, entries]) => {
    const faults: string[] = [];
    let stage: string | undefined;
    let passedOver = new Set<string>();
    for (const entry of entries) {
      if (entry.fact.type === 'stage-passed-over') passedOver.add(String(entry.fact['stage']));
      if (entry.fact.type !== 'stage-entered') continue;
      const fault = faultOf(entry, stage, passedOver);
      if (fault) faults.push(fault);
      stage = String(entry.fact['stage']);
      if (entry.fact['because'] !== 'condition-met') passedOver = new Set();
    }
    if (stages.has(caseId) && stages.get(caseId) !== stage) faults.push(`${caseId}: stands in ${stages.get(caseId)}, its journal leads to ${stage}`);
    return faults;
  });
  return finding('stages-without-cause', violations);
};

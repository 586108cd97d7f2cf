import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { readCaseId, caseIdOfPlan } from '@recourse/domain/case/case-id';
import type { GateTrace } from '@recourse/domain/contact/gate-trace';
import { traceTable } from '../words/gate-words.js';
import type { Lang, Words } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';

const asked: Words<(at: string, came: string) => string> = {
  en: (at, came) => `asked at ${at}; it came to: ${came}`,
  zh: (at, came) => `于 ${at} 询问;结果:${came}`,
};

/** A trace keeps the name by which the gate was asked. */
const same: Words<(merged: { from: string; into: string; at: string }) => string> = {
  en: ({ from, into, at }) => `${from} is ${into}, as the case knows since ${at}`,
  zh: ({ from, into, at }) => `${from} 与 ${into} 为同一人（案件自 ${at} 起知悉）`,
};

export type ExplainGate = { lang: Lang; json?: boolean };

/** Where journals are read; `tenant`: whose. */
export type JournalsOf = { tenant: string; journal(caseId: string): Promise<JournalEntry[]> };

/**
 * Every time the gate was asked about an attempt, as the journal keeps it. `attempt`: the plan or act id, as `case show` and traces name it.
 * @throws Mistake when it is no attempt's id, of another tenant, or the journal has none of it
 */
export async function explainGate(
  { tenant, journal }: JournalsOf,
  attempt: string,
  { lang, json = false }: ExplainGate,
): Promise<string[]> {
  const caseId = caseIdOfPlan(attempt);
  if (readCaseId(caseId).tenant !== tenant)
    throw new Mistake(`${attempt} is no attempt of tenant ${tenant}: an attempt is named CASE/ROUND/STEP/TRY`);
  const entries = await journal(caseId);
  const traces = entries.flatMap(({ fact }): { gate: GateTrace; came: string }[] => {
    const told = toldOf(fact);
    return told?.gate && told.of.includes(attempt) ? [{ gate: told.gate, came: told.came }] : [];
  });
  if (traces.length === 0) throw new Mistake(`the journal of ${caseId} has no gate decision for ${attempt}`);
  if (json) return [JSON.stringify({ v: 1, attempt, asked: traces }, null, 2)];
  const merges = entries.flatMap(({ fact }) => (fact.type === 'records-merged' ? [same[lang](fact)] : []));
  return [
    ...traces.flatMap(({ gate, came }) => [asked[lang](gate.at, came), ...traceTable(gate, lang), '']),
    ...merges,
  ];
}

/** Of which attempts a fact keeps what the gate said, and what came of it. */
function toldOf(fact: CaseFact): { of: string[]; came: string; gate?: GateTrace } | undefined {
  if (fact.type === 'permit-withheld')
    return { of: [fact.attempt], came: fact.because, ...(fact.gate && { gate: fact.gate }) };
  if (fact.type === 'contact-not-joined')
    return { of: [fact.planId, fact.actId], came: fact.because, ...(fact.gate && { gate: fact.gate }) };
  if (fact.type !== 'contact-withheld' && fact.type !== 'contact-concluded' && fact.type !== 'start-withheld')
    return undefined;
  const { planId, actId, result, gate } = fact.outcome;
  return { of: [planId, actId], came: result, ...(gate && { gate }) };
}

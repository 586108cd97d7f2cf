import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { readCaseId, caseIdOfPlan } from '@recourse/domain/case/case-id';
import type { GateTrace } from '@recourse/domain/contact/gate-trace';
import { traceTable } from '../words/gate-words.js';
import type { Lang, Words } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { attemptsOf } from './attempts-of.js';

const asked: Words<(at: string, came: string) => string> = {
  en: (at, came) => `asked at ${at}; it came to: ${came}`,
  zh: (at, came) => `于 ${at} 询问；结果：${came}`,
};

const underWayWords: Words<string> = { en: 'let go, its outcome is not told yet', zh: '已放行，结果尚未告知' };

/** A trace keeps the name by which the gate was asked. */
const same: Words<(merged: { from: string; into: string; at: string }) => string> = {
  en: ({ from, into, at }) => `${from} is ${into}, as the case knows since ${at}`,
  zh: ({ from, into, at }) => `${from} 与 ${into} 为同一人（案件自 ${at} 起知悉）`,
};

const listed = 'recourse case show LOAN lists those of a loan';

export type ExplainGate = { lang: Lang; json?: boolean };

/** Where journals are read; `tenant`: whose. */
export type JournalsOf = {
  tenant: string;
  journal(caseId: string): Promise<JournalEntry[]>;
  /** What the gate said to an act about a case when it began; undefined: no such act, or it asked no gate. */
  askedOfAct(actId: string, caseId: string): Promise<GateTrace | undefined>;
};

/**
 * Every time the gate was asked about an attempt, as the journal keeps it. `attempt`: the plan or act id, as `case show` and traces name it.
 * @throws Mistake when it is no attempt's id, of another tenant, there never was one, or the gate was not asked about it
 */
export async function explainGate(
  { tenant, journal, askedOfAct }: JournalsOf,
  attempt: string,
  { lang, json = false }: ExplainGate,
): Promise<string[]> {
  const caseId = caseIdOfPlan(attempt);
  const { tenant: of, loanId } = readCaseId(caseId);
  if (of !== tenant)
    throw new Mistake(
      `${attempt} is no attempt of tenant ${tenant}: an attempt is named CASE/ROUND/STEP/TRY; ${listed}`,
    );
  const entries = await journal(caseId);
  if (entries.length === 0) throw new Mistake(`there is no case ${caseId}; ${listed}`);
  const found = attemptsOf(entries).filter(({ name, alsoAs }) => name === attempt || alsoAs.has(attempt));
  const told = found.flatMap((each) => each.came).flatMap(({ gate, came: to }) => (gate ? [{ gate, came: to }] : []));
  // The journal hears of an attempt with its outcome; until then only the act knows.
  const letGo = told.length === 0 ? await askedOfAct(attempt, caseId) : undefined;
  const traces = letGo ? [{ gate: letGo, came: underWayWords[lang] }] : told;
  if (found.length === 0 && !letGo)
    throw new Mistake(
      `case ${caseId} never had the attempt ${attempt}; recourse case show ${loanId} lists those it had`,
    );
  if (traces.length === 0) {
    const last = found.flatMap((each) => each.came).at(-1);
    const why = last ? `it came to ${last.came} without it` : 'it was planned, and its outcome is not known yet';
    throw new Mistake(`the journal has no gate decision for ${attempt}: ${why}`);
  }
  if (json) return [JSON.stringify({ v: 1, attempt, asked: traces }, null, 2)];
  const merges = entries.flatMap(({ fact }) => (fact.type === 'records-merged' ? [same[lang](fact)] : []));
  return [
    ...traces.flatMap(({ gate, came }) => [asked[lang](gate.at, came), ...traceTable(gate, lang), '']),
    ...merges,
  ];
}

import { join } from 'node:path';
import { rulesOfTurn } from '@recourse/activities/turn/rules-of-turn';
import { explainPlan, type PlanExplained } from '@recourse/domain/case/explain-plan';
import type { Seen } from '@recourse/domain/case/seen';
import { readTurn } from '@recourse/infra/mongo/turn-read';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { readPlanInput } from '../files/read-plan-input.js';
import type { OpenStores } from '../stack/open-stores.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { limitationLines, planLines } from '../words/plan-explained-words.js';

/** What of a case's course can be explained: what it does next, and how far its limitation is. */
export const planExplainables = ['plan', 'limitation'] as const;
export type PlanAsked = { what: (typeof planExplainables)[number]; json: boolean; lang: Lang };

const answer = (explained: PlanExplained, { what, json, lang }: PlanAsked): string[] => {
  if (json)
    return [
      JSON.stringify(
        what === 'plan'
          ? { v: 1, ...explained }
          : { v: 1, caseId: explained.caseId, at: explained.at, limitation: explained.limitation ?? null },
        null,
        2,
      ),
    ];
  return what === 'plan' ? planLines(explained, lang) : limitationLines(explained.limitation, lang);
};

/** @throws Mistake naming every field of the file that is wrong */
export function explainPlanOfFile(file: string, asked: PlanAsked): string[] {
  const { kase, seen, at } = readPlanInput(file);
  return answer(explainPlan(kase, seen, at), asked);
}

/** What a live case does next, by what it could see now. @throws Mistake when there is no such case */
export async function explainPlanOfCase(
  { mongo, tenant }: OpenStores,
  name: string,
  asked: PlanAsked,
): Promise<string[]> {
  const caseId = name.split('/').length === 3 ? name : `${tenant}/${name}`;
  const read = caseId.startsWith(`${tenant}/`)
    ? await readTurn(mongo.collections, caseId, () => new Date())
    : undefined;
  const { kase } = read ?? {};
  if (!read || !kase || !read.loan.terms)
    throw new Mistake(`tenant ${tenant} has no case ${name}: a case is named LOAN/EPISODE`);
  const { loan, people, related, unconcluded } = read;
  const seen: Seen = {
    position: { ...loan.position, version: loan.positionVersion },
    terms: read.loan.terms,
    people,
    ...(related && { related }),
    rules: rulesOfTurn(read, loadPolicies(join(repoRoot, 'policies'))),
    loanHolds: loan.holds,
    underWay: unconcluded.map(({ planId }) => planId),
    unresolved: loan.unresolved,
  };
  return answer(explainPlan(kase, seen, read.now), asked);
}

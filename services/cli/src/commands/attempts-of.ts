import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { GateTrace } from '@recourse/domain/contact/gate-trace';

/** One time that something came of an attempt: what, and what the gate said where it was asked. */
export type CameOfAttempt = { fact: CaseFact; came: string; gate?: GateTrace };

/** An attempt by the name `gate explain` takes. `alsoAs`: an act of another case that it was one of. Nothing came: it was planned and no more. */
export type Attempt = { name: string; alsoAs: Set<string>; came: CameOfAttempt[] };

/** Every attempt a journal speaks of, in the order in which it first does. */
export function attemptsOf(journal: readonly JournalEntry[]): Attempt[] {
  const attempts = new Map<string, Attempt>();
  for (const { fact } of journal) {
    const told = toldOf(fact);
    if (!told) continue;
    const attempt = attempts.get(told.name) ?? { name: told.name, alsoAs: new Set<string>(), came: [] };
    attempts.set(told.name, attempt);
    if (told.actId !== undefined && told.actId !== told.name) attempt.alsoAs.add(told.actId);
    if (told.came !== undefined) attempt.came.push({ fact, came: told.came, ...(told.gate && { gate: told.gate }) });
  }
  return [...attempts.values()];
}

type Told = { name: string; actId?: string; came?: string; gate?: GateTrace };

/** Of which attempt a fact speaks, what came of it, and what the gate had said. */
function toldOf(fact: CaseFact): Told | undefined {
  if (fact.type === 'step-planned') {
    const { plan } = fact;
    return 'ending' in plan || !plan.act || plan.act.kind === 'verify-loan' ? undefined : { name: plan.id };
  }
  if (fact.type === 'act-awaited') return { name: fact.planId };
  if (fact.type === 'permit-withheld')
    return { name: fact.attempt, came: fact.because, ...(fact.gate && { gate: fact.gate }) };
  if (fact.type === 'contact-not-joined')
    return { name: fact.planId, actId: fact.actId, came: fact.because, ...(fact.gate && { gate: fact.gate }) };
  if (fact.type !== 'contact-withheld' && fact.type !== 'contact-concluded' && fact.type !== 'start-withheld')
    return undefined;
  const { planId, actId, result, gate } = fact.outcome;
  return { name: planId, actId, came: result, ...(gate && { gate }) };
}

import type { GateTrace } from '@recourse/domain/contact/gate-trace';
import type { Collections } from './collections.js';

/** What the gate said each time it let a contact of the tenant wait or refused it, from the journals. */
export async function withheldTraces(
  { journal }: Pick<Collections, 'journal'>,
  tenant: string,
): Promise<Pick<GateTrace, 'answers'>[]> {
  // `0` follows `/`: all cases of the tenant, and no tenant whose name begins alike.
  const ofTenant = { $gt: `${tenant}/`, $lt: `${tenant}0` };
  const entries = await journal
    .find({ caseId: ofTenant, 'fact.type': 'contact-withheld', 'fact.outcome.gate': { $exists: true } })
    .project<{ fact: { outcome: { gate: Pick<GateTrace, 'answers'> } } }>({ _id: 0, 'fact.outcome.gate.answers': 1 })
    .toArray();
  return entries.map(({ fact }) => fact.outcome.gate);
}

import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Minor } from '@recourse/domain/money/money';
import type { Collections } from './collections.js';

/** What one of the cases of somebody who died was when it heard of it, and whether a partner that had it gave it back. */
export type CaseOfTheDead = { caseId: string; heardAt: Instant; arrears: Minor; takenBackAt?: Instant };

/** A death as the journals have it. `contacted`: contacts with the person, by whomever, begun after the first of the cases had heard. */
export type DeathHeard = { personId: string; cases: CaseOfTheDead[]; contacted: number };

type Told = Extract<CaseFact, { type: 'hold-placed' | 'position-noted' | 'handed-back' }>;
type Entry = { caseId: string; seq: number; fact: Told };

const told = { _id: 0, caseId: 1, seq: 1, 'fact.type': 1, 'fact.at': 1, 'fact.hold': 1, 'fact.arrears': 1 } as const;

/** Every death of a person that cases of a tenant heard of. */
export async function deathsHeard(
  { journal, acts }: Pick<Collections, 'journal' | 'acts'>,
  tenant: string,
): Promise<DeathHeard[]> {
  const placed = await journal
    // `0` follows `/`: all cases of the tenant, and no tenant whose name begins alike.
    .find({
      caseId: { $gt: `${tenant}/`, $lt: `${tenant}0` },
      'fact.type': 'hold-placed',
      'fact.hold.reason': 'death',
      'fact.hold.scope.person': { $exists: true },
    })
    .project<Entry>(told)
    .toArray();
  const rest = await journal
    .find({
      caseId: { $in: placed.map(({ caseId }) => caseId) },
      'fact.type': { $in: ['position-noted', 'handed-back'] },
    })
    .sort({ seq: 1 })
    .project<Entry>(told)
    .toArray();
  const byPerson = new Map<string, CaseOfTheDead[]>();
  for (const { caseId, seq, fact } of placed) {
    if (fact.type !== 'hold-placed' || !('person' in fact.hold.scope)) continue;
    const own = rest.filter((entry) => entry.caseId === caseId);
    const arrears = own.findLast((entry) => entry.seq < seq && entry.fact.type === 'position-noted')?.fact;
    const back = own.find((entry) => entry.seq > seq && entry.fact.type === 'handed-back')?.fact.at;
    const kase = { caseId, heardAt: fact.at, arrears: arrears?.type === 'position-noted' ? arrears.arrears : 0 };
    const { person } = fact.hold.scope;
    byPerson.set(person, [...(byPerson.get(person) ?? []), { ...kase, ...(back && { takenBackAt: back }) }]);
  }
  return Promise.all(
    [...byPerson].map(async ([personId, cases]) => {
      const first = cases.map(({ heardAt }) => heardAt).reduce((a, b) => (a < b ? a : b));
      const contacts = { tenant, personId, pointId: { $exists: true }, begunAt: { $gt: first } };
      return { personId, cases, contacted: await acts.countDocuments(contacts) };
    }),
  );
}

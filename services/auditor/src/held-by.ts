import type { AuditedAct, AuditedHold, Evidence } from './evidence.js';
import { groupBy } from './group-by.js';

/** Holds as documents and journals tell of them, each from when it was known, and to the earliest end that anybody tells of. */
type Told = { of: string; hold: AuditedHold };
type Holds = {
  ofLoan: Map<string, AuditedHold[]>;
  ofPerson: Map<string, AuditedHold[]>;
  ofPoint: Map<string, AuditedHold[]>;
};

/** Asks which holds, over or not, are on the loans an act speaks of, on its person and on its number. */
export const heldBy = (evidence: Evidence): ((act: AuditedAct) => AuditedHold[]) => {
  const { ofLoan, ofPerson, ofPoint } = holdsIn(evidence);
  return ({ covers, personId = '', pointId = '', blindIndex = '' }) => {
    const touching = [...covers.flatMap(({ loanId }) => ofLoan.get(loanId) ?? []), ...(ofPerson.get(personId) ?? [])];
    return [
      // A hold on another number of the person does not touch this one.
      ...touching.filter(({ scope }) => scope.point === undefined || scope.point === pointId),
      ...(ofPoint.get(blindIndex) ?? []),
    ];
  };
};

const holdsIn = (evidence: Evidence): Holds => {
  const { loans, persons, points } = evidence;
  const stored = {
    loans: loans.flatMap(({ loanId: of, holds }) => holds.map((hold) => ({ of, hold }))),
    persons: persons.flatMap(({ personId: of, holds }) => holds.map((hold) => ({ of, hold }))),
    points: points.flatMap(({ blindIndex: of, holds }) => holds.map((hold) => ({ of, hold }))),
  };
  const journaled = placedIn(evidence);
  const bounded = boundedBy(evidence, [...Object.values(stored).flat(), ...journaled]);
  const together = (told: Told[]): Map<string, AuditedHold[]> =>
    new Map([...groupBy(told, ({ of }) => of)].map(([of, all]) => [of, all.map(({ hold }) => bounded(hold))]));
  return {
    ofLoan: together([...stored.loans, ...journaled.filter(({ hold }) => hold.scope.person === undefined)]),
    ofPerson: together([
      ...stored.persons,
      ...journaled.flatMap(({ hold }) => (hold.scope.person === undefined ? [] : [{ of: hold.scope.person, hold }])),
    ]),
    ofPoint: together(stored.points),
  };
};

const placedIn = ({ journal }: Evidence): (Told & { at: string })[] =>
  journal.flatMap(({ caseId, fact }) => {
    const hold = fact.type === 'hold-placed' ? (fact['hold'] as AuditedHold) : undefined;
    return hold ? [{ of: caseId.split('/')[1] ?? '', hold, at: fact.at }] : [];
  });

/**
 * A hold told of with a beginning in the past binds from when it was told: by an event from its acceptance, by a case from its turn.
 * What an outcome places stands in the documents at once.
 */
const boundedBy = (
  { accepted, journal }: Evidence,
  told: (Told & { at?: string })[],
): ((hold: AuditedHold) => AuditedHold) => {
  const taken = new Map(accepted.map(({ id, acceptedAt }) => [id, acceptedAt]));
  const placed = new Map<string, string>();
  const ends = new Map<string, string>();
  const earliest = (all: Map<string, string>, id: string, at: string | undefined): void => {
    const known = all.get(id);
    if (at !== undefined && (known === undefined || at < known)) all.set(id, at);
  };
  for (const { hold, at } of told) {
    earliest(placed, hold.id, at);
    earliest(ends, hold.id, hold.endedAt);
  }
  for (const { fact } of journal) if (fact.type === 'hold-ended') earliest(ends, String(fact['holdId']), fact.at);
  return (hold) => {
    const { id, from } = hold;
    const byEvent = taken.get(id.split('/hold/')[0] ?? id);
    const known = byEvent ?? (id.startsWith('outcome/') ? from : (placed.get(id) ?? from));
    const endedAt = ends.get(id);
    return { ...hold, from: known > from ? known : from, ...(endedAt !== undefined && { endedAt }) };
  };
};

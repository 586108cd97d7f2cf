import type { AuditedAct } from './audited-act.js';
import type { AuditedHold } from './audited-hold.js';
import type { Evidence } from './evidence.js';
import { groupBy } from './group-by.js';
import { journalsOf } from './journals.js';

/**
 * Holds as documents and journals tell of them, each from when it was known, and to the earliest end that anybody tells of.
 * `one`: the same for all that tell of one and the same hold.
 */
type Told = { of: string; hold: AuditedHold; one: string };
type Holds = {
  ofLoan: Map<string, AuditedHold[]>;
  ofPerson: Map<string, AuditedHold[]>;
  ofPoint: Map<string, AuditedHold[]>;
};

type Touching = Partial<Pick<AuditedAct, 'personId' | 'pointId' | 'blindIndex'>> & {
  covers: readonly { loanId: string }[];
};

/** Asks which holds, over or not, are on the loans an act speaks of, on its person and on its number. */
export const heldBy = (evidence: Evidence): ((act: Touching) => AuditedHold[]) => {
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

/** They live and end with the case, and their ids come again: with another loan of the person, and in the same case. */
const ownOfCase = new Set(['verification', 'loan-mismatch', 'unresolved-event']);

/** What an outcome places on several loans has one id, and ends on each by itself. */
const onLoan = (loanId: string, id: string): string => `loan ${loanId} ${id}`;
const onPersonOrPoint = (id: string): string => `person or point ${id}`;

const holdsIn = (evidence: Evidence): Holds => {
  const { loans, persons, points } = evidence;
  const shared = (of: string, hold: AuditedHold): Told => ({ of, hold, one: onPersonOrPoint(hold.id) });
  const stored = {
    loans: loans.flatMap(({ loanId: of, holds }) => holds.map((hold) => ({ of, hold, one: onLoan(of, hold.id) }))),
    persons: persons.flatMap(({ personId, holds }) => holds.map((hold) => shared(personId, hold))),
    points: points.flatMap(({ blindIndex, holds }) => holds.map((hold) => shared(blindIndex, hold))),
  };
  const { placed: journaled, ends } = journaledIn(evidence);
  const bounded = boundedBy(evidence, [...Object.values(stored).flat(), ...journaled], ends);
  const together = (told: Told[]): Map<string, AuditedHold[]> =>
    new Map([...groupBy(told, ({ of }) => of)].map(([of, all]) => [of, all.map(bounded)]));
  return {
    ofLoan: together([...stored.loans, ...journaled.filter(({ hold }) => hold.scope.person === undefined)]),
    ofPerson: together([
      ...stored.persons,
      ...journaled.flatMap((told) =>
        told.hold.scope.person === undefined ? [] : [{ ...told, of: told.hold.scope.person }],
      ),
    ]),
    ofPoint: together(stored.points),
  };
};

type Journaled = { placed: (Told & { at: string })[]; ends: { one: string; at: string }[] };

/** An end is of the placing before it in the same journal; where there is none, of the hold as the documents know it. */
const journaledIn = (evidence: Evidence): Journaled => {
  const found: Journaled = { placed: [], ends: [] };
  for (const [caseId, entries] of journalsOf(evidence)) {
    const of = caseId.split('/')[1] ?? '';
    const standing = new Map<string, string>();
    const own = new Set<string>();
    for (const { seq, fact } of entries) {
      const { at } = fact;
      if (fact.type === 'hold-placed') {
        const hold = fact['hold'] as AuditedHold;
        const one = nameOf(hold, of, `${caseId}/${seq}`);
        standing.set(hold.id, one);
        if (ownOfCase.has(hold.reason)) own.add(one);
        found.placed.push({ of, hold, one, at });
      }
      if (fact.type === 'hold-ended') {
        const id = String(fact['holdId']);
        const known = standing.get(id);
        const ended = known === undefined ? [onLoan(of, id), onPersonOrPoint(id)] : [known];
        found.ends.push(...ended.map((one) => ({ one, at })));
      }
      if (fact.type === 'case-closed') found.ends.push(...[...own].map((one) => ({ one, at })));
    }
  }
  return found;
};

const nameOf = ({ id, reason, scope }: AuditedHold, loanId: string, placing: string): string => {
  if (scope.loan === undefined) return onPersonOrPoint(id);
  return ownOfCase.has(reason) ? placing : onLoan(loanId, id);
};

/**
 * A hold told of with a beginning in the past binds from when it was told: by an event from its acceptance, by a case from its turn.
 * What an outcome places stands in the documents at once.
 */
const boundedBy = (
  { accepted }: Evidence,
  told: (Told & { at?: string })[],
  ended: Journaled['ends'],
): ((told: Told) => AuditedHold) => {
  const taken = new Map(accepted.map(({ id, acceptedAt }) => [id, acceptedAt]));
  const placed = new Map<string, string>();
  const ends = new Map<string, string>();
  const earliest = (all: Map<string, string>, one: string, at: string | undefined): void => {
    const known = all.get(one);
    if (at !== undefined && (known === undefined || at < known)) all.set(one, at);
  };
  for (const { hold, one, at } of told) {
    earliest(placed, one, at);
    earliest(ends, one, hold.endedAt);
  }
  for (const { one, at } of ended) earliest(ends, one, at);
  return ({ hold, one }) => {
    const { id, from } = hold;
    const byEvent = taken.get(id.split('/hold/')[0] ?? id);
    const known = byEvent ?? (id.startsWith('outcome/') ? from : (placed.get(one) ?? from));
    const endedAt = ends.get(one);
    return { ...hold, since: from, from: known > from ? known : from, ...(endedAt !== undefined && { endedAt }) };
  };
};

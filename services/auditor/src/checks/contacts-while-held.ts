import { isContact } from '../act-kinds.js';
import type { AuditedAct, AuditedHold, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';

/** A hold may be written this long after what caused it; two machines' clocks may differ by as much. */
const skewMs = 5_000;
/** While they last nobody is contacted for any purpose: whoever answers is not the one to speak with, or it is in doubt what is owed. */
const silences = new Set(['death', 'incapacity', 'represented', 'wrong-number', 'verification', 'loan-mismatch']);

/** No contact begins while a hold that stops contact is in force on a loan it speaks of, the person or the number; holds as documents and journals tell of them. */
export const contactsWhileHeld = (evidence: Evidence): Finding => {
  const { acts } = evidence;
  const { ofLoan, ofPerson, ofPoint } = holdsOf(evidence);
  const violations = acts.filter(isContact).flatMap((act) => {
    const { personId = '', pointId = '', blindIndex = '' } = act;
    const touching = [
      ...act.covers.flatMap(({ loanId }) => ofLoan.get(loanId) ?? []),
      ...(ofPerson.get(personId) ?? []),
    ].filter(({ scope }) => scope.point === undefined || scope.point === pointId);
    return [...touching, ...(ofPoint.get(blindIndex) ?? [])]
      .filter((hold) => forbids(hold, act))
      .map(({ id, reason }) => `${act.id} began at ${act.begunAt} under the hold ${id} (${reason})`);
  });
  return finding('contacts-while-held', violations);
};

type Of = Map<string, AuditedHold[]>;

const holdsOf = (evidence: Evidence): { ofLoan: Of; ofPerson: Of; ofPoint: Of } => {
  const { loans, persons, points, journal } = evidence;
  const ended = endsInJournals(evidence);
  const told = (hold: AuditedHold): AuditedHold => {
    const endedAt = [hold.endedAt, ended.get(hold.id)].filter((at) => at !== undefined).toSorted()[0];
    return { ...hold, ...(endedAt !== undefined && { endedAt }) };
  };
  const placed = journal.flatMap(({ caseId, fact }) => {
    const hold = fact.type === 'hold-placed' ? (fact['hold'] as AuditedHold) : undefined;
    // Held while an event is set aside: another check asks the events themselves.
    return hold && hold.reason !== 'unresolved-event' ? [{ loanId: caseId.split('/')[1] ?? '', hold: told(hold) }] : [];
  });
  const ofPersons = placed.flatMap(({ hold }) =>
    hold.scope.person === undefined ? [] : [{ of: hold.scope.person, hold }],
  );
  const ofLoans = placed.flatMap(({ loanId, hold }) => (hold.scope.person === undefined ? [{ of: loanId, hold }] : []));
  return {
    ofLoan: together([
      ...ofLoans,
      ...loans.flatMap(({ loanId: of, holds }) => holds.map((hold) => ({ of, hold: told(hold) }))),
    ]),
    ofPerson: together([
      ...ofPersons,
      ...persons.flatMap(({ personId: of, holds }) => holds.map((hold) => ({ of, hold: told(hold) }))),
    ]),
    ofPoint: together(points.flatMap(({ blindIndex: of, holds }) => holds.map((hold) => ({ of, hold: told(hold) })))),
  };
};

const endsInJournals = ({ journal }: Evidence): Map<string, string> => {
  const ends = new Map<string, string>();
  for (const { fact } of journal) {
    if (fact.type !== 'hold-ended') continue;
    const id = String(fact['holdId']);
    const known = ends.get(id);
    if (known === undefined || fact.at < known) ends.set(id, fact.at);
  }
  return ends;
};

const together = (placed: { of: string; hold: AuditedHold }[]): Of =>
  new Map([...groupBy(placed, ({ of }) => of)].map(([of, all]) => [of, all.map(({ hold }) => hold)]));

/** Within one instant of the clock the order is not known. */
const forbids = ({ reason, stops, from, until, endedAt }: AuditedHold, { purpose, begunAt }: AuditedAct): boolean => {
  if (!stops.includes('contact')) return false;
  const inForce =
    Date.parse(begunAt) > Date.parse(from) + skewMs &&
    (until === undefined || begunAt < until) &&
    (endedAt === undefined || begunAt < endedAt);
  if (!inForce || silences.has(reason)) return inForce;
  if (purpose === 'service') return false;
  return purpose !== 'legally-required' || reason === 'self-harm-risk';
};

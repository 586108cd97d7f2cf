import { isContact, isOurs } from '../act-kinds.js';
import type { AuditedHold } from '../audited-hold.js';
import type { Entry, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { journalsOf } from '../journals.js';
import { answerDay, type DaysTaken } from '../law/answer-day.js';
import { localDays } from '../law/local-day.js';

/** A turn states what it has taken up to this long after; two machines' clocks may differ by as much. */
const skewMs = 5_000;
/** A case wakes at the end of a day, and is given so long to say so. */
const wakeMs = 300_000;
/** Where no law gives days to answer a dispute of the credit record (docs/credit-furnishing.md). */
const creditOwnDays = 20;
const pressing = new Set(['collect', 'locate', 'relay', 'remind-before-due']);

type Told = {
  id: string;
  kind: string;
  raisedOn: string;
  dueOn: string;
  raisedAt: string;
  taken: DaysTaken[];
  saidLate: boolean;
  /** Who asked last for days that take leave, which nobody has declined since. */
  askedBy?: string | undefined;
  answeredOn?: string;
  overAt?: string;
  /** On whom it is held; absent: nobody, it was said by somebody whose loan it is not. */
  hold?: AuditedHold;
};

type CreditDispute = { id: string; toldAt: string; dueOn: string; saidLate: boolean; answeredAt?: string };

type Extension = { ground: string; on: string; by?: string; approvedBy?: string };

/** Leave is given by another user of the terminal than who asked; a name somebody gives himself is none. */
const isOther = (approver: string | undefined, asker: string | undefined): boolean => {
  const seat = (actor: string): string => actor.replace(/\/as\/.*$/, '');
  return approver !== undefined && asker !== undefined && seat(approver) !== seat(asker);
};

/** Every dispute and complaint of a journal, as its facts tell of it. */
const toldIn = (entries: readonly Entry[]): Map<string, Told> => {
  const all = new Map<string, Told>();
  const holds = new Map<string, AuditedHold>();
  for (const { fact } of entries) {
    const { type, at } = fact;
    if (type === 'hold-placed') {
      const hold = fact['hold'] as AuditedHold;
      holds.set(hold.id, hold);
    }
    if (type === 'matter-raised') {
      const { id, kind, raisedOn, dueOn } = fact['matter'] as Pick<Told, 'id' | 'kind' | 'raisedOn' | 'dueOn'>;
      all.set(id, { id, kind, raisedOn, dueOn, raisedAt: at, taken: [], saidLate: false });
    }
    const one = all.get(String(fact['matterId']));
    if (!one) continue;
    if (type === 'matter-extension-asked') one.askedBy = (fact['extension'] as Extension).by;
    if (type === 'matter-extension-declined') one.askedBy = undefined;
    if (type === 'matter-extended') {
      const { ground, on, by, approvedBy } = fact['extension'] as Extension;
      one.taken.push({ ground, on, approved: isOther(approvedBy, one.askedBy) && isOther(approvedBy, by) });
      one.dueOn = String(fact['dueOn']);
    }
    if (type === 'matter-overdue') one.saidLate = true;
    if (type === 'matter-answered') {
      one.answeredOn = String(fact['on']);
      if (fact['correctingTaskId'] === undefined) one.overAt = at;
    }
    if (type === 'matter-released') one.overAt = at;
  }
  for (const one of all.values()) {
    const hold = holds.get(one.id);
    if (hold) one.hold = hold;
  }
  return all;
};

/** Every dispute of the credit record a journal tells of: by when it was to be answered, and whether that was said to be missed. */
const creditDisputesIn = (entries: readonly Entry[]): CreditDispute[] => {
  const all = new Map<string, CreditDispute>();
  for (const { fact } of entries) {
    if (fact.type !== 'credit-noted') continue;
    const id = String(fact['disputeId']);
    if (fact['credit'] === 'disputed' && !all.has(id))
      all.set(id, { id, toldAt: fact.at, dueOn: String(fact['dueOn']), saidLate: false });
    const one = all.get(id);
    if (one && fact['credit'] === 'answer-overdue') one.saidLate = true;
    if (one && fact['credit'] === 'answered') one.answeredAt = fact.at;
  }
  return [...all.values()];
};

/**
 * Nobody who is owed an answer is passed over in silence: the day of each dispute and complaint is what the packs say, one that went by unanswered is
 * said to have, the documents know of no other, and until it is over nobody collects from whom it holds.
 */
export const answersOwed = (evidence: Evidence): Finding => {
  const dayIn = localDays();
  const { law, loans, now } = evidence;
  const loanOf = new Map(loans.map((loan) => [loan.loanId, loan]));
  const contacts = evidence.acts.filter((act) => isContact(act) && isOurs(act) && pressing.has(act.purpose));
  const journals = journalsOf(evidence);
  const violations = [...journals].flatMap(([caseId, entries]) => {
    const told = toldIn(entries);
    if (told.size === 0) return [];
    const loanId = caseId.split('/')[1] ?? '';
    const { zone = 'UTC' } = (entries[0]?.fact['terms'] ?? {}) as { zone?: string };
    const { jurisdiction, product } = loanOf.get(loanId) ?? {};
    return [...told.values()].flatMap((one) => {
      const { id, kind, raisedOn, dueOn, taken, answeredOn, overAt, saidLate } = one;
      const lawful = answerDay({ kind, raisedOn, jurisdiction, product }, taken, law.answers ?? [], law.holidays);
      const subject = `${caseId}: the ${kind} ${id}`;
      const today = dayIn(new Date(Date.parse(now) - wakeMs).toISOString(), zone);
      const isLate = (answeredOn ?? (overAt === undefined ? today : dayIn(overAt, zone))) > lawful;
      return [
        ...(dueOn > lawful ? [`${subject} is to be answered by ${dueOn}, by law by ${lawful}`] : []),
        ...(isLate && !saidLate ? [`${subject} was not answered by ${lawful}, and nobody said so`] : []),
        ...contacts
          .filter((act) => isHeldBy(one, loanId, act) && isWithin(one, act.begunAt))
          .map((act) => `${act.id} began at ${act.begunAt} while ${subject} was open`),
      ];
    });
  });
  const ofRecord = [...journals].flatMap(([caseId, entries]) => {
    const disputes = creditDisputesIn(entries);
    if (disputes.length === 0) return [];
    const { jurisdiction, product } = loanOf.get(caseId.split('/')[1] ?? '') ?? {};
    const { zone = 'UTC' } = (entries[0]?.fact['terms'] ?? {}) as { zone?: string };
    // Once a case is closed nobody wakes by it.
    const closedAt = entries.findLast(({ fact }) => fact.type === 'case-closed')?.fact.at;
    const awake = closedAt ?? new Date(Date.parse(now) - wakeMs).toISOString();
    return disputes.flatMap(({ id, toldAt, dueOn, saidLate, answeredAt }) => {
      const raised = { kind: 'credit-dispute', raisedOn: dayIn(toldAt, zone), jurisdiction, product };
      const lawful = answerDay(raised, [], law.answers ?? [], law.holidays, creditOwnDays);
      const subject = `${caseId}: the dispute ${id} of the credit record`;
      return [
        ...(dueOn > lawful ? [`${subject} is to be answered by ${dueOn}, by law by ${lawful}`] : []),
        ...(dayIn(answeredAt ?? awake, zone) > dueOn && !saidLate
          ? [`${subject} was not answered by ${dueOn}, and nobody said so`]
          : []),
      ];
    });
  });
  const unknown = evidence.cases.flatMap(({ caseId, matters = [] }) => {
    const told = toldIn(journals.get(caseId) ?? []);
    return matters
      .filter(({ id }) => !told.has(id))
      .map(({ id }) => `${caseId}: ${id} is a matter of the case and not in its journal`);
  });
  return finding('answers-owed', [...violations, ...ofRecord, ...unknown]);
};

const isHeldBy = ({ hold }: Told, loanId: string, { covers, personId }: Evidence['acts'][number]): boolean => {
  if (!hold) return false;
  const { person } = hold.scope;
  return person === undefined ? covers.some((cover) => cover.loanId === loanId) : personId === person;
};

const isWithin = ({ raisedAt, overAt }: Told, begunAt: string): boolean =>
  Date.parse(begunAt) > Date.parse(raisedAt) + skewMs && (overAt === undefined || begunAt < overAt);

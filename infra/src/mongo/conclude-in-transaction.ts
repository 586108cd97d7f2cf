import { tenantKey } from '@recourse/domain/case/case-id';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import type { Hold } from '@recourse/domain/holds/hold';
import { nowOf } from '@recourse/activities/clock/now-of';
import type { Concluding, ConcludeResult, Conclusion } from '@recourse/activities/contact/contact-store';
import { outcomeForLoan } from '@recourse/activities/contact/outcome-for-loan';
import { outcomeItemId } from '@recourse/activities/contact/outcome-item-id';
import type { ActRecord, CoveredCase } from '@recourse/activities/records/act-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import type { Collections } from './collections.js';
import { concludePerson, concludePoint } from './conclude-person.js';
import { actInNamesNow } from './act-in-names-now.js';
import { hearWishes, tellWishes } from './hear-wishes.js';
import { holdDebtor } from './hold-debtor.js';
import { mustMatch } from './must-match.js';
import { readForConclude } from './read-for-conclude.js';

type Session = mongoose.mongo.ClientSession;
type Order = { actId: string; judge: (concluding: Concluding) => Conclusion; wall: Date };
type Append = { caseId: string; loanId: string; item: NewInput };

/** One act, its outcome and everything it changes, in the order every writer keeps: person, point, loans sorted by id, act, tasks. */
export async function concludeInTransaction(
  collections: Collections,
  session: Session,
  order: Order,
): Promise<ConcludeResult> {
  const { actId, judge, wall } = order;
  const told = await collections.acts.findOne({ _id: actId }, { session });
  if (!told) return 'unknown-act';
  const asTold = await readForConclude(collections, session, told);
  const act = await actInNamesNow(collections, session, asTold.tenant, told);
  const isInOtherName = act.personId !== told.personId;
  const read = isInOtherName ? await readForConclude(collections, session, act) : asTold;
  const conclusion = judge({ act, now: nowOf(read.tenant, wall) });
  const { heard } = conclusion;
  if (conclusion.known) {
    if (heard) await hearWishes(collections, session, { act, heard, wall });
    return { concluded: 'known', ring: act.covers.map(({ caseId }) => caseId) };
  }
  const { outcome, effects, tellCases } = conclusion;

  const { person, point, tasks, appends: readOf } = read;
  if (person) await concludePerson(collections, session, { act, person, outcome, effects, ...(heard && { heard }) });
  if (point) await concludePoint(collections, session, point, act, effects);
  const taskOf = (planId: string): string | undefined =>
    tasks.some(({ _id }) => _id === planId) ? planId : act.taskId;
  const debtor = await holdDebtor(collections, session, act, effects.holds);
  const whose = debtor ?? person;
  const others =
    whose && effects.holds.some(({ scope }) => 'person' in scope)
      ? await otherOpenCases(collections, session, act, whose)
      : [];
  const appends = [
    ...(tellCases ? act.covers : []).map((covered): Append => ({
      ...covered,
      item: itemFor(act, covered, outcome, effects.holds, taskOf(covered.planId)),
    })),
    ...others.flatMap(({ caseId, loanId }) =>
      effects.holds
        .filter(({ scope }) => 'person' in scope)
        .map((hold): Append => ({ caseId, loanId, item: reported(hold, outcome.at) })),
    ),
  ].sort((a, b) => (a.loanId < b.loanId ? -1 : a.loanId > b.loanId ? 1 : 0));

  const ring: string[] = [];
  for (const { caseId, loanId, item } of appends) {
    await placeLoanHolds(
      collections,
      session,
      tenantKey(act.tenant, loanId),
      effects.holds.filter(({ scope }) => 'loan' in scope && scope.loan === loanId),
    );
    // `case-closed` is no trouble: the contact is recorded on act and ledger, and the episode no longer needs it.
    const appended = await appendInTransaction(collections, session, caseId, item, wall, readOf.get(caseId));
    if (appended !== 'case-closed') ring.push(caseId);
  }
  if (heard && person) {
    const { personId } = person;
    ring.push(...(await tellWishes(collections, session, { act, personId, heard }, wall)));
  }

  await closeAct(collections, session, act, outcome, effects.neverSent);
  for (const { _id, version } of tasks) {
    const answer = {
      answeredBy: act.actor,
      answeredAt: outcome.at,
      ...(outcome.result === 'answered' && { code: outcome.code }),
    };
    const change = tellCases
      ? { $set: { ...answer, version: version + 1 } }
      : { $set: { version: version + 1 }, $unset: { startedAt: '' as const } };
    mustMatch(await collections.tasks.updateOne({ _id, version }, change, { session }), _id);
  }
  return { concluded: 'now', ring: [...new Set(ring)] };
}

function itemFor(
  act: ActRecord,
  { planId, loanId, gate }: CoveredCase,
  outcome: ActOutcome,
  placed: readonly Hold[],
  taskId: string | undefined,
): NewInput {
  const holds = placed.filter(({ scope }) => !('loan' in scope) || scope.loan === loanId);
  const told = {
    itemId: outcomeItemId(act),
    at: outcome.at,
    outcome: { ...outcomeForLoan(outcome, act, loanId), planId, actId: act._id, ...(gate && { gate }) },
    ...(holds.length > 0 && { holds }),
  };
  return taskId === undefined ? { ...told, kind: 'act-outcome' } : { ...told, kind: 'task-answer', taskId };
}

const reported = (hold: Hold, at: string): NewInput => ({ kind: 'hold-reported', itemId: `hold/${hold.id}`, at, hold });

async function placeLoanHolds(
  { loans }: Collections,
  session: Session,
  _id: string,
  placed: readonly Hold[],
): Promise<void> {
  for (const hold of placed)
    await loans.updateOne({ _id, 'holds.id': { $ne: hold.id } }, { $push: { holds: hold } }, { session });
}

async function otherOpenCases(
  { loans }: Collections,
  session: Session,
  act: ActRecord,
  person: PersonRecord,
): Promise<{ caseId: string; loanId: string }[]> {
  const others = person.loans
    .filter((loanId) => !act.covers.some((covered) => covered.loanId === loanId))
    .map((loanId) => tenantKey(person.tenant, loanId));
  if (others.length === 0) return [];
  const found = await loans
    .find({ _id: { $in: others } }, { session, projection: { openCase: 1, loanId: 1 } })
    .toArray();
  return found.flatMap(({ openCase, loanId }) => (openCase ? [{ caseId: openCase, loanId }] : []));
}

/** Of an act that never went out the name and the plans it covered are set free. */
async function closeAct(
  { acts }: Collections,
  session: Session,
  act: ActRecord,
  outcome: ActOutcome,
  neverSent: boolean,
): Promise<void> {
  const closed = { status: 'concluded' as const, outcome, concludedAt: outcome.at };
  if (!neverSent)
    return mustMatch(
      await acts.updateOne({ _id: act._id, status: act.status }, { $set: closed }, { session }),
      act._id,
    );
  const aside = (planId: string): string => `${planId}~${act.covers[0]?.order ?? 0}`;
  await acts.deleteOne({ _id: act._id }, { session });
  const { taskId: _free, ...rest } = act;
  await acts.insertOne(
    {
      ...rest,
      ...closed,
      _id: aside(act._id),
      covers: act.covers.map((covered) => ({ ...covered, planId: aside(covered.planId) })),
    },
    { session },
  );
}

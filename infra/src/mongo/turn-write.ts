import { readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import type { Hold } from '@recourse/domain/holds/hold';
import type { TurnRead, TurnWrite } from '@recourse/activities/turn/turn-store';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';
import { mergesAmong } from './find-person.js';
import { tellPersonsCases } from './tell-persons-cases.js';
import { closeTask, openTask } from './turn-tasks.js';

type Session = mongoose.mongo.ClientSession;

/** Somebody else wrote what this turn rests on: nothing is written, it is to be judged again. */
export class Moved extends Error {
  override readonly name = 'Moved';
}

/** All of a turn, within the caller's transaction; answers the other cases with news. @throws Moved, or a duplicate-key error that means the same */
export async function writeTurn(
  collections: Collections,
  session: Session,
  read: TurnRead,
  write: TurnWrite,
  wall: Date,
): Promise<string[]> {
  const { caseId, kase: before } = read;
  const { kase, entries, consumed, tasksOpened, tasksClosed, closes } = write;
  const document = { _id: caseId, ...kase };
  if (!before) await collections.cases.insertOne(document, { session });
  else mustMatch(await collections.cases.replaceOne({ _id: caseId, seq: before.seq }, document, { session }));

  await collections.journal.insertMany(
    entries.map((entry) => ({ _id: `${caseId}/${entry.seq}`, ...entry })),
    { session },
  );
  if (consumed.length > 0) {
    const items = consumed.map(({ itemId, answer }) => ({
      updateOne: {
        filter: { _id: `${caseId}/${itemId}` },
        update: { $set: { consumed: true, ...(answer ? { answer } : {}) } },
      },
    }));
    await collections.inbox.bulkWrite(items, { session });
  }
  for (const task of tasksOpened) await openTask(collections, session, task);
  for (const task of tasksClosed) await closeTask(collections, session, caseId, task);
  await writeHolds(collections, session, caseId, write);
  const ring: string[] = [];
  for (const told of write.tells)
    ring.push(...(await tellPersonsCases(collections, session, { tenant: kase.tenant, ...told }, caseId, wall)));
  if (closes) await closeCase(collections, session, read, write, closes.carry);
  return ring;
}

function mustMatch({ matchedCount }: { matchedCount: number }): void {
  if (matchedCount !== 1) throw new Moved();
}

async function writeHolds(
  { loans, persons }: Collections,
  session: Session,
  caseId: string,
  { holdsPlaced, holdsEnded }: TurnWrite,
): Promise<void> {
  const { tenant } = readCaseId(caseId);
  /** What a turn decided before it heard that two records are one is written on the one there is. */
  const namedNow = async (hold: Hold): Promise<Hold> =>
    'person' in hold.scope
      ? inOneName(hold, await mergesAmong({ persons }, session, tenant, [hold.scope.person]))
      : hold;
  const place = async (hold: Hold): Promise<unknown> => {
    const { scope } = hold;
    if ('loan' in scope)
      return loans.updateOne(
        { _id: tenantKey(tenant, scope.loan), 'holds.id': { $ne: hold.id } },
        { $push: { holds: hold } },
        { session },
      );
    if ('person' in scope)
      return persons.updateOne(
        { _id: tenantKey(tenant, scope.person), 'holds.id': { $ne: hold.id } },
        { $push: { holds: hold }, $inc: { version: 1 } },
        { session },
      );
    return undefined; // a held number is written by `conclude`, which knows it
  };
  const end = async ({ id, scope }: Hold, at: string): Promise<unknown> => {
    const change = { $set: { 'holds.$[one].endedAt': at } };
    const options = { session, arrayFilters: [{ 'one.id': id }] };
    if ('loan' in scope) return loans.updateOne({ _id: tenantKey(tenant, scope.loan) }, change, options);
    if ('person' in scope)
      return persons.updateOne({ _id: tenantKey(tenant, scope.person) }, { ...change, $inc: { version: 1 } }, options);
    return undefined;
  };
  for (const hold of holdsPlaced) await place(await namedNow(hold));
  for (const { hold, at } of holdsEnded) await end(await namedNow(hold), at);
}

/** Only while nothing has come in since the read: `append` and `begin` write the loan too, so whoever is second conflicts. */
async function closeCase(
  { loans, acts }: Collections,
  session: Session,
  read: TurnRead,
  { kase }: TurnWrite,
  carry: NonNullable<TurnWrite['closes']>['carry'],
): Promise<void> {
  const { caseId, loan } = read;
  const unmoved = {
    _id: loan._id,
    openCase: caseId,
    positionVersion: loan.positionVersion,
    inboxSeq: kase.consumedThrough,
  };
  mustMatch(await loans.updateOne(unmoved, { $set: { carry }, $unset: { openCase: '' } }, { session }));
  if (await acts.findOne({ 'covers.caseId': caseId, status: 'begun' }, { session, projection: { _id: 1 } }))
    throw new Moved();
}

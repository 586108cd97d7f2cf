import { tenantKey } from '@recourse/domain/case/case-id';
import type { BeginRead, BeginVerdict } from '@recourse/activities/contact/contact-store';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';
import { ledgerWith } from './ledger-with.js';
import { mustMatch } from './must-match.js';
import { tellCases } from './tell-cases.js';

/**
 * Writes what `begin` decided, in the order every writer keeps: persons (the one contacted and the debtor it is about) and loans
 * sorted by id, between them the point, then act and tasks.
 * Loans left out are written last, as their cases are told; those cases are returned.
 * All that the judgment rests on is written, so that whoever changed any of it meanwhile makes this transaction conflict.
 */
export async function writeBegin(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  read: BeginRead,
  verdict: Extract<BeginVerdict, { go: true }>,
): Promise<string[]> {
  const { act, entry, startedTasks, collectingParty, notes = [] } = verdict;
  const { person, point, debtor } = read;
  const set = {
    ...(collectingParty && { collectingParty }),
    ...(person && entry && { ledger: ledgerWith(person.ledger, [entry]) }),
  };
  const persons = [...(person ? [{ ...person, set }] : []), ...(debtor ? [{ ...debtor, set: {} }] : [])];
  for (const { _id, version, set: changes } of persons.sort((a, b) => (a._id < b._id ? -1 : 1))) {
    const written = await collections.persons.updateOne(
      { _id, version },
      { $set: { ...changes, version: version + 1 } },
      { session },
    );
    mustMatch(written, _id);
  }
  if (point && entry) {
    const { _id, version } = point.record;
    const ledger = ledgerWith(point.record.ledger, [entry]);
    if (version === 0) await collections.points.insertOne({ ...point.record, ledger, version: 1 }, { session });
    else
      mustMatch(
        await collections.points.updateOne({ _id, version }, { $set: { ledger, version: version + 1 } }, { session }),
        _id,
      );
  }
  for (const { loanId, order, readPosition } of [...act.covers].sort((a, b) => (a.loanId < b.loanId ? -1 : 1))) {
    const _id = tenantKey(act.tenant, loanId);
    const written = await collections.loans.updateOne(
      { _id, order: order - 1, positionVersion: readPosition },
      { $set: { order } },
      { session },
    );
    mustMatch(written, _id);
  }
  await collections.acts.insertOne(act, { session });
  for (const _id of startedTasks) {
    const lease = read.task?.lease;
    const started = { startedAt: act.begunAt, ...(lease && { lease }) };
    const written = await collections.tasks.updateOne(
      { _id, status: 'open' },
      { $set: started, $inc: { version: 1 } },
      { session },
    );
    mustMatch(written, _id);
  }
  return tellCases(collections, session, notes, act.begunWallAt);
}

import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { PermitRead } from '@recourse/activities/permits/permit-store';
import type { PersonRecord, PointRecord } from '@recourse/activities/records/person-record';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';
import { mustMatch } from './must-match.js';

type Session = mongoose.mongo.ClientSession;
type ChangeLedger = (ledger: readonly LedgerEntry[]) => LedgerEntry[];

/** Both ledgers a permit stands in, the person's first (design section 6). */
export async function writeLedgers(
  { persons, points }: Pick<Collections, 'persons' | 'points'>,
  session: Session,
  { person, point }: { person: PersonRecord | undefined; point: PointRecord | undefined },
  change: ChangeLedger,
): Promise<void> {
  if (person) {
    const { _id, version } = person;
    const $set = { ledger: change(person.ledger), version: version + 1 };
    mustMatch(await persons.updateOne({ _id, version }, { $set }, { session }), _id);
  }
  if (!point) return;
  const { _id, version } = point;
  const ledger = change(point.ledger);
  if (version === 0) await points.insertOne({ ...point, ledger, version: 1 }, { session });
  else
    mustMatch(await points.updateOne({ _id, version }, { $set: { ledger, version: version + 1 } }, { session }), _id);
}

/** So that a payment or hold at the same moment conflicts: one of the two is first, and is seen by the other. */
export async function countLoans(
  { loans }: Pick<Collections, 'loans'>,
  session: Session,
  read: Pick<PermitRead, 'loans'>,
): Promise<void> {
  for (const { loan } of read.loans) {
    const { _id, order, positionVersion } = loan;
    const counted = await loans.updateOne({ _id, order, positionVersion }, { $inc: { order: 1 } }, { session });
    mustMatch(counted, _id);
  }
}

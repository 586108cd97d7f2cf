import type { AuditedStanding } from './audited-standing.js';
import type { AuditedPerson } from './audited-person.js';

type Agreed = NonNullable<AuditedStanding['agreedTimes']>[number];
type Record = NonNullable<AuditedPerson['records']>[number];

/** Whether it could have been agreed on under the name of that record: it is for points of that record and no other. */
const mayBeOf = ({ points: names }: Record, { points = [] }: Agreed): boolean => {
  const own = new Set(Object.values(names));
  return points.length > 0 && points.every((point) => own.has(point));
};

/**
 * What was agreed on under the name of one record of a human who is known by several now, for its points as they were called there. A merge
 * bound each to the points of its record; of one that may be of another record as well, or was said since, nobody can tell whether this
 * record's gate knew of it: it opens, and is not summed. The human's own record goes on under its name, also with the points of others.
 */
export const agreedOfRecord = (
  record: Record,
  { personId, records = [], said = {} }: Pick<AuditedPerson, 'personId' | 'records' | 'said'>,
): Agreed[] =>
  (said.agreedTimes ?? []).flatMap((agreed) => {
    const isOwn = mayBeOf(record, agreed);
    if (!isOwn && agreed.points !== undefined && record.personId !== personId) return [];
    const isSure = isOwn && records.every((other) => other.personId === record.personId || !mayBeOf(other, agreed));
    const { knownAt, points: now, ...time } = agreed;
    const told = Object.entries(record.points).flatMap(([before, name]) => (now?.includes(name) ? [before] : []));
    const points = isOwn ? told : now;
    return [{ ...time, ...(isSure && knownAt !== undefined && { knownAt }), ...(points && { points }) }];
  });

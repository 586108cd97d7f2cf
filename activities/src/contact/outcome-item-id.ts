import type { ActRecord } from '../records/act-record.js';

/**
 * The inbox item that tells an act's outcome; the same text in every covered case, and the id of the holds it places.
 * The loan's order at `begin` tells a new beginning of the same plan from one that was set aside. What is told of an act after it had
 * been given up as unknown is an item of its own.
 */
export const outcomeItemId = ({ _id, covers, outcome }: Pick<ActRecord, '_id' | 'covers' | 'outcome'>): string =>
  `outcome/${_id}/${covers[0]?.order ?? 0}${outcome?.result === 'unknown' ? '/told-late' : ''}`;

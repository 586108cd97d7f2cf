import type { ActRecord } from '../records/act-record.js';

/**
 * The inbox item that tells an act's outcome; the same text in every covered case, and the id of the holds it places.
 * The loan's order at `begin` tells a new beginning of the same plan from one that was set aside.
 */
export const outcomeItemId = ({ _id, covers }: Pick<ActRecord, '_id' | 'covers'>): string =>
  `outcome/${_id}/${covers[0]?.order ?? 0}`;

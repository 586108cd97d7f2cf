import type { PersonRecord } from '../records/person-record.js';

/** `from` and `into` as their ids stand now: `from` as it is kept, `into` whoever that id names. */
export type Merging = { from?: PersonRecord; into?: PersonRecord };

/** Why two records are not made one (closed). */
export type MergeRefusal = 'same-person' | 'unknown-person' | 'merged-the-other-way' | 'merged-into-another';

/** What saying that `from` is the same human as `into` comes to. `known`: it was so before. Pure. */
export function judgeMerge(
  asked: { from: string; into: string },
  { from, into }: Merging,
): { merge: Required<Merging> } | 'known' | { refused: MergeRefusal; field: 'from' | 'into' } {
  if (asked.from === asked.into) return { refused: 'same-person', field: 'into' };
  if (!from) return { refused: 'unknown-person', field: 'from' };
  if (!into) return { refused: 'unknown-person', field: 'into' };
  if (from.merged)
    return from.merged.into === into.personId ? 'known' : { refused: 'merged-into-another', field: 'from' };
  return from.personId === into.personId
    ? { refused: 'merged-the-other-way', field: 'into' }
    : { merge: { from, into } };
}

/** What each refusal says of the field it names. */
export const mergeRefusals: Record<MergeRefusal, string> = {
  'same-person': 'must be another record than from',
  'unknown-person': 'is nobody we know',
  'merged-the-other-way': 'was made one with from before, the other way round',
  'merged-into-another': 'was made one with another person before',
};

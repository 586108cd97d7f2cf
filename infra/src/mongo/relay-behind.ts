import type { Collections } from './collections.js';

/** Journal entries of a tenant's cases that the broker has not acknowledged yet. */
export async function relayBehind(
  { cases, relayPositions }: Pick<Collections, 'cases' | 'relayPositions'>,
  tenant: string,
): Promise<number> {
  const written = await cases.find({ tenant }).project<{ _id: string; seq: number }>({ seq: 1 }).toArray();
  const sent = await relayPositions
    .find({ _id: { $in: written.map(({ _id }) => _id) } })
    .project<{ _id: string; seq?: number }>({ seq: 1 })
    .toArray();
  const positions = new Map(sent.map(({ _id, seq = 0 }) => [_id, seq]));
  return written.reduce((sum, { _id, seq }) => sum + Math.max(0, seq - (positions.get(_id) ?? 0)), 0);
}

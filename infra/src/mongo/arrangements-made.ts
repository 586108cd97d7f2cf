import type { Arrangement } from '@recourse/domain/arrangements/arrangement';
import type { ArrangementKind } from '@recourse/domain/arrangements/arrangement-kind';
import type { Collections } from './collections.js';

export type ArrangementMade = { kind: ArrangementKind; state: Arrangement['state']; approved: boolean };

/** Every arrangement of a tenant's cases, whatever became of it. `approved`: by a second person. */
export async function arrangementsMade(
  { cases }: Pick<Collections, 'cases'>,
  tenant: string,
): Promise<ArrangementMade[]> {
  const found = await cases
    .find({ tenant })
    .project<{ arrangements?: Arrangement[] }>({ _id: 0, arrangements: 1 })
    .toArray();
  return found.flatMap(({ arrangements = [] }) =>
    arrangements.map(({ terms, state, approvedBy }) => ({
      kind: terms.kind,
      state,
      approved: approvedBy !== undefined,
    })),
  );
}

import { foldScheduleFact } from '@recourse/domain/money/fold-schedule-fact';
import { emptyPosition } from '@recourse/domain/money/fold-position';
import { creditorNow } from '@recourse/domain/money/creditor-now';
import type { Position } from '@recourse/domain/money/position';
import { creditorIn } from '@recourse/service-auditor/creditor-news';
import { creditorThen } from '@recourse/service-auditor/law/creditor-then';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const day = fc.constantFrom('2026-01-14', '2026-01-15', '2026-01-16');
const change = fc.record({ to: fc.constantFrom('a', 'b', 'c'), on: day, notifiedOn: day });

/** Each is told once, twice or not with its notice, in whatever order. */
const told = fc
  .array(fc.tuple(change, fc.boolean(), fc.boolean()), { maxLength: 5 })
  .map((all) =>
    all.flatMap(([{ notifiedOn, ...each }, first, then], nth) => {
      const untold = { changeId: `c-${nth}`, ...each };
      return [...(first ? [untold] : []), ...(then ? [{ ...untold, notifiedOn }] : [])];
    }),
  )
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

test('the audit finds the same creditor from the events as the position, in whatever order they are told', () => {
  fc.assert(
    fc.property(told, (changes) => {
      const position = changes.reduce<Position>((so, each) => {
        const folded = foldScheduleFact(so, { type: 'creditor-changed', ...each });
        return 'position' in folded ? folded.position : so;
      }, emptyPosition('CNY'));
      const now = creditorNow(position.creditors);
      const ours = now.changed ? (now.to === undefined ? 'unclear' : { is: now.to }) : 'as-lent';
      expect(creditorThen(changes.map(creditorIn))).toEqual(ours);
    }),
  );
});

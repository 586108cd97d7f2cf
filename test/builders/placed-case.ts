import type { HandedTo } from '@recourse/domain/case/collection-case';
import { aWorld, missed, tell, type CaseWorld } from './case-world.js';
import { playUntil } from './play-case.js';

/** Nobody answers and nothing is paid, until an agency or a law firm has the case. */
export const placedWith = (kind: HandedTo['kind'], world: CaseWorld = aWorld()): CaseWorld => {
  tell(world, missed(world, 1, '2026-01-01'));
  for (let months = 0; world.kase?.handedTo?.kind !== kind && months < 12; months += 1)
    playUntil(world, `2026-${String(months + 2).padStart(2, '0')}-01`, (act) =>
      act === 'place-call' ? 'no-answer' : 'delivered',
    );
  if (world.kase?.handedTo?.kind !== kind) throw new Error(`no ${kind} ever had the case`);
  return world;
};

import { aWorld, missed, tell, turn, type CaseWorld } from './case-world.js';
import { playUntil } from './play-case.js';

/** A case whose first call for people lies with a colleague until noon, begun by nobody yet. `planId`: the call's plan and task. */
export function offeredCall(): { world: CaseWorld; planId: string } {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-11T00:00:00.000Z', () => 'delivered');
  const calling = world.kase?.plan;
  if (!calling || 'ending' in calling) throw new Error('no call is planned');
  world.now = calling.dueAt;
  const { id: planId } = calling;
  const outcome = { planId, actId: planId, at: world.now, result: 'offered' as const, to: 'desk' };
  turn(world, [
    {
      itemId: 'o',
      at: world.now,
      kind: 'act-outcome',
      outcome: { ...outcome, deadline: '2026-01-11T12:00:00.000Z' },
    },
  ]);
  return { world, planId };
}

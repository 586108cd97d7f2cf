import type { TaskRecord } from '@recourse/activities/records/task-record';
import { beforeEach, expect, test } from 'vitest';
import { caseId, opening, tenant, TurnStoreScene, type TurnStoreBench } from './turn-store-scene.js';

const taskId = `${caseId}/1/call-1/1`;
const ours = { caseId, planId: taskId, loanId: 'loan-1' };
const theirs = { caseId: `${tenant}/loan-2/1`, planId: `${tenant}/loan-2/1/1/call-1/1`, loanId: 'loan-2' };
const task = (covers: TaskRecord['covers'], deadline = opening): TaskRecord => ({
  _id: taskId,
  tenant,
  kind: 'call',
  covers,
  personId: 'p1',
  pointId: 'm1',
  openedAt: opening,
  deadline,
  status: 'open',
  version: 1,
});
const closed = (because: 'answered' | 'withdrawn') => ({ tasksClosed: [{ taskId, because, at: opening }] });

export function turnStoreTasksContract(fresh: () => Promise<TurnStoreBench>): void {
  let scene: TurnStoreScene;
  beforeEach(async () => {
    scene = await TurnStoreScene.set(await fresh());
    await scene.takeTurn({ caseId });
  });

  test('a turn opens a task and a later one closes it', async () => {
    await scene.turnWriting('r-1', { tasksOpened: [task([ours])] });
    expect(await scene.look.task(taskId)).toEqual(task([ours]));

    await scene.turnWriting('r-2', closed('answered'));

    expect(await scene.look.task(taskId)).toMatchObject({
      status: 'closed',
      closedBecause: 'answered',
      closedAt: opening,
      version: 2,
    });
  });

  test('a plan offered anew after its task was withdrawn opens the task anew', async () => {
    await scene.turnWriting('r-1', { tasksOpened: [task([ours])] });
    await scene.turnWriting('r-2', closed('withdrawn'));

    const later = task([ours], '2026-01-09T02:00:00.000Z');
    expect(await scene.turnWriting('r-3', { tasksOpened: [later] })).toMatchObject({ written: true });

    expect(await scene.look.task(taskId)).toEqual(later);
  });

  test('a plan has one open task at most', async () => {
    await scene.turnWriting('r-1', { tasksOpened: [task([ours])] });

    expect(await scene.turnWriting('r-2', { tasksOpened: [task([ours])] })).toBe('moved');
  });

  test('a task that two cases share stays open for the other when one withdraws', async () => {
    await scene.turnWriting('r-1', { tasksOpened: [task([ours, theirs])] });

    await scene.turnWriting('r-2', closed('withdrawn'));

    expect(await scene.look.task(taskId)).toMatchObject({ status: 'open', covers: [theirs], version: 2 });
  });
}

import { foldJournal } from '@recourse/activities/turn/fold-journal';
import { verifyChain } from '@recourse/domain/audit/journal-hash';
import { beforeEach, expect, test } from 'vitest';
import { caseId, opening, tenant, TurnStoreScene, type TurnStoreBench } from './turn-store-scene.js';

export function turnStoreWritingContract(fresh: () => Promise<TurnStoreBench>): void {
  let scene: TurnStoreScene;
  beforeEach(async () => {
    scene = await TurnStoreScene.set(await fresh());
  });

  test('the first turn opens the case, and its journal folds to the case document', async () => {
    await scene.takeTurn({ caseId });

    const journal = await scene.look.journal(caseId);
    expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
    expect(verifyChain(journal)).toBeUndefined();
    expect(foldJournal(journal)).toEqual(await scene.store.load(caseId));
    expect((await scene.look.item(`${caseId}/miss-1`))?.consumed).toBe(true);
  });

  test('a turn with nothing to say writes nothing and answers as before', async () => {
    const first = await scene.takeTurn({ caseId });
    const { length } = await scene.look.journal(caseId);

    expect(await scene.takeTurn({ caseId })).toEqual(first);
    expect(await scene.look.journal(caseId)).toHaveLength(length);
  });

  test('a loan nobody knows of is no-loan', async () => {
    expect(await scene.store.takeTurn(`${tenant}/nobody/1`, scene.judge)).toBe('no-loan');
  });

  test('of many turns at once one writes, and the others find its case', async () => {
    const nexts = await Promise.all(Array.from({ length: 8 }, () => scene.takeTurn({ caseId })));

    expect(new Set(nexts.map((next) => JSON.stringify(next))).size).toBe(1);
    const journal = await scene.look.journal(caseId);
    expect(journal.filter(({ fact }) => fact.type === 'case-opened')).toHaveLength(1);
    expect(verifyChain(journal)).toBeUndefined();
  });

  test('a turn judged on a case that others have written since is moved, and writes nothing', async () => {
    await scene.takeTurn({ caseId });
    await scene.command('review-1', { command: 'review' });
    const stale = await scene.judged();
    await scene.takeTurn({ caseId });
    const { length } = await scene.look.journal(caseId);

    expect(await scene.store.takeTurn(caseId, () => stale)).toBe('moved');
    expect(await scene.look.journal(caseId)).toHaveLength(length);
  });

  test('a command is answered in the turn that consumes it, accepted or refused with the reason', async () => {
    await scene.takeTurn({ caseId });
    await scene.placeHold('hold-1', { loan: 'loan-1' });
    await scene.command('end-9', { command: 'end-hold', holdId: 'nine' });

    await scene.takeTurn({ caseId });

    expect(await scene.look.item(`${caseId}/hold-1`)).toMatchObject({ consumed: true, answer: { accepted: true } });
    const refused = { accepted: false, reason: 'unknown-hold' };
    expect(await scene.look.item(`${caseId}/end-9`)).toMatchObject({ consumed: true, answer: refused });
    const placed = (await scene.look.journal(caseId)).find(({ fact }) => fact.cause === 'hold-1');
    expect(placed?.actor).toBe('user-7');
  });

  test('holds decided by a turn stand on loan and person, once, and end there', async () => {
    await scene.takeTurn({ caseId });
    await scene.placeHold('hold-1', { loan: 'loan-1' });
    await scene.placeHold('hold-2', { person: 'p1' });
    await scene.takeTurn({ caseId });
    expect((await scene.loan()).holds.map(({ id }) => id)).toEqual(['hold-1']);
    expect((await scene.look.person(`${tenant}/p1`))?.holds.map(({ id }) => id)).toEqual(['hold-2']);

    for (const holdId of ['hold-1', 'hold-2']) await scene.command(`end-${holdId}`, { command: 'end-hold', holdId });
    await scene.takeTurn({ caseId });

    expect((await scene.loan()).holds).toMatchObject([{ id: 'hold-1', endedAt: opening }]);
    expect((await scene.look.person(`${tenant}/p1`))?.holds).toMatchObject([{ id: 'hold-2', endedAt: opening }]);
  });

  test('a hold on a person is told to the person’s other open cases, and so is its end, once', async () => {
    const other = await scene.otherLoan();
    for (const each of [caseId, other]) await scene.takeTurn({ caseId: each });
    await scene.placeHold('hold-2', { person: 'p1' });
    await scene.takeTurn({ caseId });

    const told = await scene.look.item(`${other}/hold/hold-2`);
    expect(told).toMatchObject({ n: 2, consumed: false, input: { kind: 'hold-reported', hold: { id: 'hold-2' } } });
    expect(scene.rung).toEqual([other]);
    await scene.takeTurn({ caseId: other });
    expect((await scene.store.load(other))?.holds).toMatchObject([{ id: 'hold-2' }]);

    await scene.command('end-hold-2', { command: 'end-hold', holdId: 'hold-2' });
    await scene.takeTurn({ caseId });
    await scene.takeTurn({ caseId: other });
    expect((await scene.store.load(other))?.holds).toMatchObject([{ id: 'hold-2', endedAt: opening }]);
    expect((await scene.look.journal(other)).find(({ fact }) => fact.type === 'hold-ended')?.fact.cause).toBe(
      'hold/hold-2/ended',
    );
    expect(scene.rung).toEqual([other, other]);
  });
}

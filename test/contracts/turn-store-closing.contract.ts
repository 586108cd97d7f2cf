import { beforeEach, expect, test } from 'vitest';
import { caseId, TurnStoreScene, type TurnStoreBench } from './turn-store-scene.js';

export function turnStoreClosingContract(fresh: () => Promise<TurnStoreBench>): void {
  let scene: TurnStoreScene;
  beforeEach(async () => {
    scene = await TurnStoreScene.set(await fresh());
    await scene.takeTurn({ caseId });
    await scene.pay();
  });

  test('a case paid within grace closes and leaves its carry to the loan', async () => {
    expect(await scene.takeTurn({ caseId })).toMatchObject({ ending: 'paid-in-grace', stage: 'closed' });

    expect(await scene.loan()).toMatchObject({ carry: { round: 1 } });
    expect((await scene.loan()).openCase).toBeUndefined();
  });

  test('a closed case says so again whenever it is asked', async () => {
    const closed = await scene.takeTurn({ caseId });

    expect(await scene.takeTurn({ caseId })).toEqual(closed);
  });

  test('an item that comes in during the closing turn keeps the case open until it has been read', async () => {
    const closing = await scene.judged();
    expect(closing.closes?.ending).toBe('paid-in-grace');
    await scene.command('late', { command: 'review' });

    expect(await scene.store.takeTurn(caseId, () => closing)).toBe('moved');

    expect((await scene.loan()).openCase).toBe(caseId);
    expect((await scene.look.item(`${caseId}/late`))?.consumed).toBe(false);
    expect(await scene.takeTurn({ caseId })).toMatchObject({ ending: 'paid-in-grace' });
    expect((await scene.look.item(`${caseId}/late`))?.consumed).toBe(true);
  });

  test('a case does not close while an act of it is under way', async () => {
    await scene.act('begun');

    const waiting = await scene.takeTurn({ caseId });

    expect(waiting.ending).toBeUndefined();
    expect((await scene.loan()).openCase).toBe(caseId);
    expect((await scene.look.item(`${caseId}/pay-1`))?.consumed).toBe(false);
    await scene.act('concluded');
    expect(await scene.takeTurn({ caseId })).toMatchObject({ ending: 'paid-in-grace' });
  });

  test('an act that began after the closing turn had read is not overlooked', async () => {
    const closing = await scene.judged();
    await scene.act('begun');

    expect(await scene.store.takeTurn(caseId, () => closing)).toBe('moved');
    expect((await scene.loan()).openCase).toBe(caseId);
  });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planWords } from '../../services/cli/src/words/plan-words.js';
import { histories, playHistory } from '../builders/random-history.js';

describe('the reason of a plan', () => {
  it('is told in Chinese whatever happens to a loan', () => {
    fc.assert(
      fc.property(histories, (history) => {
        playHistory(history, ({ facts }) => {
          for (const fact of facts)
            if (fact.type === 'step-planned' && 'because' in fact.plan)
              expect(planWords(fact.plan.because, 'zh'), fact.plan.because).toMatch(/[\u4e00-\u9fff]/);
        });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['call-1, try 2 of 3', 'call-1, try 2 of 3', 'call-1，第 2 次，共 3 次'],
    ['sms-1: waiting for its receipt', 'sms-1: waiting for its receipt', 'sms-1：等待回执'],
    ['a hold ends: dispute', 'the hold for a dispute ends', '暂缓（异议）届满'],
    ['on hold: dispute', 'on hold for a dispute', '暂缓中（异议）'],
    [
      'taken back: collected by another party',
      'taken back: another party collects from the borrower already',
      '撤回：已有另一催收方向该借款人催收',
    ],
    ['the next stage may begin', 'the next stage may begin', '可进入下一阶段'],
    ['something nobody thought of', 'something nobody thought of', 'something nobody thought of'],
  ])('%s', (because, en, zh) => {
    expect([planWords(because, 'en'), planWords(because, 'zh')]).toEqual([en, zh]);
  });
});

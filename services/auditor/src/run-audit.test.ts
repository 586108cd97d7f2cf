import { expect, test } from 'vitest';
import { runAudit } from './run-audit.js';
import { cleanEvidence } from './testing/clean-evidence.js';
import type { Evidence } from './evidence.js';
import { violationsIn } from './report-lines.js';

const looks = (...evidence: Evidence[]) => {
  const seen = { looks: 0, waits: 0 };
  const collect = (): Promise<Evidence> => Promise.resolve(evidence[seen.looks++] ?? cleanEvidence());
  const wait = (): Promise<void> => Promise.resolve(void (seen.waits += 1));
  return { seen, run: () => runAudit(collect, wait) };
};

test('a clean world is looked at once', async () => {
  const { seen, run } = looks(cleanEvidence());

  const { findings } = await run();

  expect(violationsIn(findings)).toBe(0);
  expect(seen).toEqual({ looks: 1, waits: 0 });
});

test('what was only under way at the first look is no violation', async () => {
  const { seen, run } = looks({ ...cleanEvidence(), workflows: [] }, cleanEvidence());

  const { findings, counts } = await run();

  expect(violationsIn(findings)).toBe(0);
  expect(counts.workflowsRunning).toBe(2);
  expect(seen).toEqual({ looks: 2, waits: 1 });
});

test('only what both looks find counts', async () => {
  const first = { ...cleanEvidence(), workflows: ['collection/t/L1/1'] };
  const second = { ...cleanEvidence(), workflows: [] };

  const { findings } = await looks(first, second).run();

  expect(findings.flatMap(({ violations }) => violations)).toEqual(['t/L2/1 is open and no workflow runs for it']);
});

test('a violation whose amounts move between the looks is still the same one', async () => {
  const look = (counted: number): Evidence => {
    const evidence = cleanEvidence();
    const payment = evidence.loans[0]?.position.find(({ news }) => news === 'payment');
    Object.assign(payment ?? {}, { amount: counted });
    return evidence;
  };

  const { findings } = await looks(look(4_000), look(4_500)).run();

  expect(findings.flatMap(({ violations }) => violations)).toEqual([
    'loan L1: CNY 5000 came in and stayed, its position counts 4500 (minor units)',
  ]);
});

test('a task answered once more between the looks is still answered too often', async () => {
  const look = (times: number): Evidence => {
    const evidence = cleanEvidence();
    const answer = { caseId: 't/L3/1', taskId: 't/L3/1/1/call-1/2', consumed: true };
    for (let nth = 1; nth <= times; nth += 1) evidence.inbox.push({ ...answer, itemId: `answer ${nth}` });
    return evidence;
  };

  const { findings } = await looks(look(2), look(3)).run();

  expect(findings.flatMap(({ violations }) => violations)).toEqual(['t/L3/1/1/call-1/2 of t/L3/1 is answered 3 times']);
});

test('one loan wrong at the first look and another at the second are both dropped', async () => {
  const look = (nth: number): Evidence => {
    const evidence = cleanEvidence();
    const payment = evidence.loans[nth]?.position.find(({ news }) => news === 'payment');
    Object.assign(payment ?? {}, { amount: 1 });
    return evidence;
  };

  const { findings } = await looks(look(0), look(1)).run();

  expect(violationsIn(findings)).toBe(0);
});

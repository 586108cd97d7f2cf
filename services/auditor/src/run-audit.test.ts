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

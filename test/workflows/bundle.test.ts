import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflows } from '@recourse/infra/temporal/bundle-workflows';
import { localDir } from '@recourse/infra/local/local-dir';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { afterAll, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 120_000 }); // webpack on a busy machine

// Below the repository, so that the packages are found.
mkdirSync(localDir(repoRoot), { recursive: true });
const scratch = mkdtempSync(join(localDir(repoRoot), 'bundle-test-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const bundle = (workflow: string): Promise<string> => {
  const entry = join(scratch, 'workflows.ts');
  writeFileSync(entry, workflow);
  return bundleWorkflows(join(scratch, 'bundle.cjs'), entry);
};

test("the shipped workflows bundle, and none of the activities' code comes with them", async () => {
  const code = await bundleWorkflows(join(scratch, 'shipped.cjs'));

  expect(code).toContain('collectOverdueLoan');
  expect(code).not.toContain('createTakeTurn');
  expect(code.length).toBeLessThan(2_000_000);
});

test.each([
  ['a module of Node', "import { readFileSync } from 'node:fs';", 'readFileSync', /node:fs|'fs'/],
  ['Kafka', "import { Kafka } from 'kafkajs';", 'Kafka', /kafkajs|'net'|'crypto'/],
])('a workflow that reaches %s is refused', async (_what, line, name, named) => {
  const refusal: unknown = await bundle(`${line}\nexport async function reaching() { return ${name}; }`).catch(
    (error: unknown) => error,
  );

  expect(refusal).toBeInstanceOf(Error);
  expect((refusal as Error).message).toMatch(named);
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repoRoot } from '../local/repo-root.js';
import { readArrangements } from './read-arrangements.js';

const shipped = readFileSync(join(repoRoot, 'policies/arrangements.yaml'), 'utf8');
const dir = mkdtempSync(join(tmpdir(), 'arrangements-'));
afterAll(() => rmSync(dir, { recursive: true }));

const faults = (from: string, to: string): string[] => {
  expect(shipped).toContain(from);
  writeFileSync(join(dir, 'arrangements.yaml'), shipped.replace(from, to));
  const read = readArrangements(dir);
  return 'faults' in read ? read.faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`) : [];
};

describe('policies/arrangements.yaml', () => {
  it('ships in order', () => {
    cpSync(join(repoRoot, 'policies/arrangements.yaml'), join(dir, 'arrangements.yaml'));
    expect(readArrangements(dir)).toHaveProperty('arrangements.kinds.settlement');
  });

  it.each([
    ['kinds.repayment-plan.instalmentsAtMost', 'instalmentsAtMost: 60', 'instalmentsAtMost: 0', 'must be at least 1'],
    ['kinds.repayment-plan.mandates[0].role', 'role: collector', 'role: intern', 'must be one of'],
    ['kinds.repayment-plan.mandates', 'role: supervisor', 'role: collector', 'names a role twice'],
    ['kinds.repayment-plan.cureDays', 'cureDays: 10', 'cureDays: 1', 'would be past cure'],
    ['kinds.repayment-plan.gives', 'gives: [penalty, compound', 'gives: [penalty, penalty', 'names one twice'],
    ['kinds.repayment-plan.accrue', 'accrues: false', 'accrue: false', 'is not a known field'],
  ])('names %s when it is wrong', (path, from, to, reason) => {
    const [found, ...more] = faults(from, to).filter((fault) => fault.includes(`: ${path}: `));
    expect(found).toContain(reason);
    expect(more).toEqual([]);
  });

  it('is missed when it is not there', () => {
    expect(readArrangements(join(dir, 'nowhere'))).toMatchObject({ faults: [{ file: 'arrangements.yaml' }] });
  });
});

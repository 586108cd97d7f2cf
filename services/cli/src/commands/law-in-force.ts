import { join } from 'node:path';
import { coverage, type CoveredRow } from '@recourse/domain/law/coverage';
import type { HashedPack } from '@recourse/domain/law/rule-pack';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { PolicyError } from '@recourse/infra/policies/policy-error';
import { readLaw } from '@recourse/infra/policies/read-law';
import { readSurvey } from '@recourse/infra/policies/read-survey';

/** The packs of `policies/` and every row of the survey with what became of it, part by part. @throws PolicyError */
export function lawInForce(dir = join(repoRoot, 'policies')): {
  packs: readonly HashedPack[];
  parts: { part: string; rows: CoveredRow[] }[];
} {
  const { law, faults: lawFaults } = readLaw(dir);
  const { parts, faults } = readSurvey(dir, law.packs);
  if (lawFaults.length + faults.length > 0) throw new PolicyError([...lawFaults, ...faults]);
  return {
    packs: law.packs,
    parts: parts.map(({ file, rows }) => ({
      part: file.replace(/^.*\//, '').replace(/\.ya?ml$/, ''),
      rows: coverage(rows, law.packs),
    })),
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { coverageFaults } from '@recourse/domain/law/coverage';
import { readLawSurvey, type SurveyRow } from '@recourse/domain/law/law-survey';
import type { RulePack } from '@recourse/domain/law/rule-pack';
import { repoRoot } from '../local/repo-root.js';
import type { PolicyFault } from './policy-error.js';
import { readPolicyFolder } from './policy-folder.js';

const folder = 'law-survey';
const ofPolicies = 'policies/';

/** What a row names under `policies/` is looked for in the folder that is read, which may be another's. */
const placeOf = (dir: string, path: string): string =>
  path.startsWith(ofPolicies) ? join(dir, path.slice(ofPolicies.length)) : join(repoRoot, path);

/** The survey of law in `policies/law-survey`, file by file, and what in it does not fit the packs or names code that is not there. */
export const readSurvey = (
  dir: string,
  packs: readonly RulePack[],
): { parts: { file: string; rows: SurveyRow[] }[]; faults: PolicyFault[] } => {
  const { read, faults } = readPolicyFolder(dir, folder, 'survey');
  const parts = read.flatMap(({ file, value }) => {
    const found = readLawSurvey(value);
    if ('rows' in found) return [{ file, rows: found.rows }];
    faults.push(...found.faults.map((fault) => ({ file, ...fault })));
    return [];
  });
  for (const { file, rows } of parts)
    for (const { id, kept } of rows)
      if (kept.by === 'code' && !existsSync(placeOf(dir, kept.path)))
        faults.push({ file, path: id, reason: `there is no ${kept.path}` });
  // A file that cannot be read would make every one of its rules look forgotten.
  if (faults.length === 0)
    for (const reason of coverageFaults(
      parts.flatMap(({ rows }) => rows),
      packs,
    ))
      faults.push({ file: folder, path: '', reason });
  return { parts, faults };
};

import { join } from 'node:path';
import {
  arrangementPracticeSchema,
  type ArrangementPractice,
} from '@recourse/domain/arrangements/arrangement-practice';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import type { PolicyFault } from './policy-error.js';
import { readPolicyFile } from './read-policy-file.js';

const file = 'arrangements.yaml';

/** What this lender agrees to beyond promises. */
export const readArrangements = (dir: string): { arrangements: ArrangementPractice } | { faults: PolicyFault[] } => {
  const read = readPolicyFile(join(dir, file), file);
  if ('faults' in read) return read;
  const { success, data, error } = arrangementPracticeSchema.safeParse(read.value);
  return success
    ? { arrangements: data as ArrangementPractice }
    : { faults: schemaFaults(error).map((fault) => ({ file, ...fault })) };
};

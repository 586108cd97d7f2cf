/** One thing wrong in one policy file. `path` is the field, empty for the file as a whole. */
export type PolicyFault = { file: string; path: string; reason: string };

const line = ({ file, path, reason }: PolicyFault): string => `  ${file}${path ? `: ${path}` : ''}: ${reason}`;

/** The policies cannot be used; every fault of every file at once. Not for retrying: a person must correct the files. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(readonly faults: readonly PolicyFault[]) {
    super(
      `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the policies:\n${faults.map(line).join('\n')}`,
    );
  }
}

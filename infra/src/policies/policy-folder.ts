import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyFault } from './policy-error.js';
import { readPolicyFile } from './read-policy-file.js';

export type FolderRead = { read: { file: string; value: unknown }[]; faults: PolicyFault[] };

/** Every YAML file of a folder of `policies/`, in the order of their names. `what` names what it must hold at least one of. */
export const readPolicyFolder = (dir: string, folder: string, what: string): FolderRead => {
  let names: string[];
  let odd: string[];
  try {
    const all = readdirSync(join(dir, folder)).sort();
    names = all.filter((name) => /\.ya?ml$/.test(name));
    // A law by the name of `cn.YAML` or `cn.yaml.bak` would not be missed by anybody.
    odd = all.filter((name) => !names.includes(name) && name !== 'README.md');
  } catch (error) {
    const reason = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { read: [], faults: [{ file: folder, path: '', reason }] };
  }
  if (names.length === 0)
    return { read: [], faults: [{ file: folder, path: '', reason: `holds no ${what} (*.yaml)` }] };
  const files = names.map((name) => `${folder}/${name}`);
  const read = files.map((file) => ({ file, ...readPolicyFile(join(dir, file), file) }));
  return {
    read: read.flatMap((each) => ('value' in each ? [{ file: each.file, value: each.value }] : [])),
    faults: [
      ...odd.map((name) => ({
        file: `${folder}/${name}`,
        path: '',
        reason: 'is not read: what belongs here ends in .yaml or .yml',
      })),
      ...read.flatMap((each) => ('faults' in each ? each.faults : [])),
    ],
  };
};

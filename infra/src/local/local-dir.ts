import { resolve } from 'node:path';

/** Where servers are provisioned and keep their data: `RECOURSE_LOCAL_DIR` (clones may share one), else `<root>/.local`. */
export function localDir(root: string, env: NodeJS.ProcessEnv = process.env): string {
  return resolve(root, env['RECOURSE_LOCAL_DIR'] || '.local');
}

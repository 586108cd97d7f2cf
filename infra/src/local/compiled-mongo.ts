import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { localDir } from './local-dir.js';
import { withProvisionLock } from './provision-lock.js';
import type { Report } from './report.js';
import { runTool } from './run-tool.js';

const version = '0.5.3-beta.193';

/**
 * The compiled build of the MongoDB-compatible server, for measuring; built once (minutes), where cargo is. @returns what `SECANTUSD_RS` names
 * @throws ToolFailed, without cargo too
 */
export async function compiledMongo(
  root: string,
  report: Report,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const local = localDir(root, env);
  const dir = join(local, `secantus-${version}`);
  const file = join(dir, 'bin/secantusd-rs');
  if (existsSync(file)) return file;
  mkdirSync(local, { recursive: true });
  await withProvisionLock(local, report, async () => {
    // cargo puts the file there last.
    if (existsSync(file)) return;
    const crate = ['secantus-mdb', '--version', version, '--ignore-rust-version'];
    await runTool('compiling the MongoDB-compatible server', 'cargo', ['install', ...crate, '--root', dir], report);
  });
  return file;
}

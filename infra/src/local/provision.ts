import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatKafkaStorage } from './kafka-server.js';
import { localDir } from './local-dir.js';
import { withProvisionLock } from './provision-lock.js';
import type { Report } from './report.js';
import { runTool } from './run-tool.js';
import type { ServerBinaries } from './server-binaries.js';

/**
 * Installs the local servers once, at the versions of `infra/local`, into `localDir`; immediate when they are there.
 * Two commands at once wait for each other; an interrupted installation is begun anew.
 * @throws ToolFailed with the tool's last lines
 */
export async function provision(
  root: string,
  report: Report,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ServerBinaries> {
  const dir = localDir(root, env);
  const python = pythonServers(root, dir);
  const kafka = kafkaJars(root, dir);
  const missing = () => [python, kafka].filter((part) => !part.complete());
  if (missing().length > 0) {
    mkdirSync(dir, { recursive: true });
    await withProvisionLock(dir, report, async () => {
      const installs = await Promise.allSettled(missing().map((part) => part.install(report)));
      const failed = installs.find((install) => install.status === 'rejected'); // after both: the lock covers both
      if (failed) throw failed.reason;
    });
  }
  return {
    python: join(python.dir, 'bin/python3'),
    temporal: join(python.dir, 'bin/temporal'),
    secantus: join(root, 'infra/local/python/secantusd.py'),
    kafkaLib: join(kafka.dir, 'lib'),
    kafkaFormatted: join(kafka.dir, 'formatted'),
    kafkaLog: join(root, 'infra/local/kafka/log4j2.properties'),
  };
}

type Part = { dir: string; complete(): boolean; install(report: Report): Promise<void> };

/** A venv holds its own absolute path, so it is built in place and marked complete at the end, never moved. */
function pythonServers(root: string, local: string): Part {
  const requirements = join(root, 'infra/local/python/requirements.txt');
  const dir = join(local, `python-${versionOf(requirements, local)}`);
  const mark = join(dir, 'complete');
  return {
    dir,
    complete: () => existsSync(mark) && existsSync(join(dir, 'bin/python3')),
    async install(report) {
      rmSync(dir, { recursive: true, force: true });
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
      await runTool('creating a Python environment', 'python3', ['-m', 'venv', dir], report);
      await runTool('installing Temporal and the MongoDB-compatible server', join(dir, 'bin/python3'), pip, report);
      writeFileSync(mark, '');
    },
  };
}

function kafkaJars(root: string, local: string): Part {
  const pom = join(root, 'infra/local/kafka/pom.xml');
  const dir = join(local, `kafka-${versionOf(pom)}`);
  return {
    dir,
    complete: () => existsSync(dir),
    async install(report) {
      const building = `${dir}.building`;
      rmSync(building, { recursive: true, force: true });
      const goal = [
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${join(building, 'lib')}`,
      ];
      await runTool('installing Kafka', 'mvn', ['-q', '-B', '-f', pom, ...goal], report);
      await formatKafkaStorage(join(building, 'lib'), join(building, 'formatted'), report);
      renameSync(building, dir);
    },
  };
}

function versionOf(file: string, ...more: readonly string[]): string {
  return createHash('sha256')
    .update([readFileSync(file, 'utf8'), ...more].join('\0'))
    .digest('hex')
    .slice(0, 12);
}

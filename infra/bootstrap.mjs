// What `npm start`, `npm test` and the others run. Works on a fresh clone: nothing but Node itself is imported here.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules/.bin', name);
const [command, ...args] = process.argv.slice(2);

const commands = {
  demo: () => typescript('services/cli/src/main.ts', 'demo', ...args),
  up: () => typescript('services/cli/src/main.ts', 'up', ...args),
  cli: () => typescript('services/cli/src/main.ts', ...args),
  bench: () => typescript('test/bench/main.ts', ...args),
  faults: () => typescript('test/faults/main.ts', ...args),
  prove: () => typescript('test/law/prove.ts', ...args),
  test: () => testEverything(),
  check: () => testEverything(),
};

if (!(command in commands)) {
  console.error(`usage: node infra/bootstrap.mjs ${Object.keys(commands).join('|')} [ARGUMENTS]`);
  process.exit(2);
}
requirePrerequisites();
await installPackages();
process.exit(await commands[command]());

/** Names everything that is missing at once, with the way to get it. */
function requirePrerequisites() {
  const missing = [];
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    missing.push(`Node.js 20.19 or newer (this is ${process.versions.node}): https://nodejs.org`);
  }
  const ownServers = ['TEMPORAL_ADDRESS', 'KAFKA_BROKERS', 'MONGODB_URI'].every((name) => process.env[name]);
  if (!ownServers) missing.push(...missingForLocalServers());
  if (missing.length === 0) return;
  console.error(['Recourse needs:', ...missing.map((what) => `  - ${what}`)].join('\n'));
  console.error(
    '(Java, Maven and Python only run the local servers: name your own by TEMPORAL_ADDRESS, KAFKA_BROKERS and MONGODB_URI instead.)',
  );
  process.exit(1);
}

function missingForLocalServers() {
  const missing = [];
  const printed = (file, ...given) => {
    const { status, stdout, stderr } = spawnSync(file, given, { encoding: 'utf8' });
    return status === 0 ? `${stdout}${stderr}` : undefined;
  };
  if (printed('python3', '-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))') === undefined) {
    missing.push('Python 3.11 or newer with venv: apt-get install -y python3 python3-venv');
  }
  const java = Number(printed('java', '-version')?.match(/version "(\d+)/)?.[1] ?? 0);
  if (java < 17) {
    missing.push(
      `Java 17 or newer${java ? ` (this is ${java})` : ''}: apt-get install -y openjdk-17-jre-headless (or default-jre-headless)`,
    );
  }
  const onPath = (process.env.PATH ?? '').split(':').some((dir) => existsSync(join(dir, 'mvn')));
  if (!onPath) missing.push('Maven: apt-get install -y maven');
  return missing;
}

/** `npm ci` unless what npm noted as installed covers the lock file; an interrupted installation has left no such note. */
async function installPackages() {
  if (isInstalled()) return;
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log('installing packages (npm ci) ...');
  const patience = setInterval(() => console.log(`installing packages ... ${seconds()} s`), 10_000);
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  clearInterval(patience);
  if (code !== 0) process.exit(code);
  console.log(`installing packages: done in ${seconds()} s`);
}

function isInstalled() {
  const packagesIn = (file) => Object.entries(JSON.parse(readFileSync(join(root, file), 'utf8')).packages);
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = new Map(packagesIn('node_modules/.package-lock.json'));
  return packagesIn('package-lock.json')
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.optional && !wanted.devOptional)
    .every(([path, wanted]) => wanted.version === installed.get(path)?.version && installed.has(path));
}

function typescript(file, ...given) {
  return run(process.execPath, [
    '--import',
    import.meta.resolve('tsx'),
    '--conditions=source',
    join(root, file),
    ...given,
  ]);
}

/** All checks, then all tests; with arguments only the tests they select. What fails does not hide what comes after it. */
async function testEverything() {
  const results = mkdtempSync(join(tmpdir(), 'recourse-test-'));
  /** @type {{ passed: number; failed: number; skipped: number; failing: string[] }} */
  const total = { passed: 0, failed: 0, skipped: 0, failing: [] };
  let failures = 0;
  const step = async (title, code) => {
    console.log(`\n== ${title}`);
    if ((await code()) === 0) return;
    failures += 1;
    console.log(`== ${title}: FAILED`);
    total.failing.push(title);
  };
  const inRoot = (file, given) => () => run(file, given, { cwd: root });
  if (args.length === 0) {
    await step('lint', inRoot(bin('oxlint'), ['--type-aware', '--deny-warnings']));
    await step('format', inRoot(bin('oxfmt'), ['--check', '.']));
    await step('types', inRoot(bin('tsc'), ['-p', 'tsconfig.json']));
    const generated = {
      'generated contracts': 'infra/src/events/generate-contracts.ts',
      'generated coverage of the law': 'infra/src/policies/generate-coverage.ts',
      'generated shapes of the gate': 'infra/src/policies/generate-gate-shapes.ts',
    };
    for (const [title, file] of Object.entries(generated))
      if (existsSync(join(root, file))) await step(title, () => typescript(file, '--check'));
    total.failed += failures;
  }
  const test = async (project) => {
    const outputFile = join(results, `${project}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
    const selected = args.length > 0 ? ['--passWithNoTests', ...args] : [];
    let failed = false;
    await step(`tests: ${project}`, async () => {
      const code = await run(bin('vitest'), ['run', '--project', project, ...reporters, ...selected], { cwd: root });
      failed = code !== 0;
      return code;
    });
    addResults(total, outputFile, failed);
  };
  await test('unit');
  const others = async () => {
    await test('own-servers');
    await test('scenes');
  };
  await Promise.all([test('servers'), others()]);
  rmSync(results, { recursive: true });
  // Once more at the end: whoever reads only the last lines of a long log should see what failed.
  for (const each of total.failing) console.log(`failed: ${each}`);
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  return failures === 0 ? 0 : 1;
}

/** A run that failed without a failed test (a file that does not load, servers that do not start) counts as one failure. */
function addResults(total, outputFile, runFailed) {
  const ran = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : {};
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = ran;
  total.passed += passed;
  total.failed += runFailed && failed === 0 ? 1 : failed;
  total.skipped += skipped;
  for (const { name, assertionResults, status, message } of ran.testResults ?? []) {
    const tests = assertionResults.filter((result) => result.status === 'failed');
    for (const { fullName, failureMessages } of tests)
      total.failing.push(
        `${relative(root, name)}: ${fullName}\n  ${(failureMessages[0] ?? '').split('\n', 6).join('\n  ')}`,
      );
    if (status === 'failed' && tests.length === 0) total.failing.push(`${relative(root, name)}: ${message}`);
  }
}

/**
 * Runs a program to its end with our terminal, hands our signals on, and resolves to its exit code.
 * Should we be killed without a chance to hand anything on, a guard that reads a pipe of ours ends it.
 */
function run(file, given, options = {}) {
  const guardThenExec = `( trap '' INT TERM HUP; while read -r _ <&3; do :; done; kill -TERM $$ 2>/dev/null ) </dev/null >/dev/null 2>&1 & exec "$@" 3<&-`;
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', guardThenExec, 'guard', file, ...given], {
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
      ...options,
    });
    child.stdio[3].on('error', () => undefined);
    const hand = (signal) => {
      // A terminal sends Ctrl-C to the child as well; twice would mean "now".
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
    };
    // npm does not hand SIGTERM on: it dies and leaves us behind.
    const startedBy = process.ppid;
    const orphaned = () => process.env.npm_lifecycle_event && process.ppid !== startedBy;
    const watch = setInterval(() => orphaned() && child.kill('SIGTERM'), 1000);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, hand);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, hand);
      clearInterval(watch);
      child.stdio[3].destroy();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

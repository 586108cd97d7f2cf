import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ServiceEnded, startService } from './run-service.js';

const dir = mkdtempSync(join(tmpdir(), 'service-'));
afterAll(() => rmSync(dir, { recursive: true }));
const logFile = join(dir, 'service.log');

function service(code: string) {
  const entry = join(dir, 'entry.ts');
  writeFileSync(entry, code);
  return startService(
    'pretender',
    entry,
    { PATH: process.env['PATH'], GREETING: 'hello' },
    { logFile, args: ['--loud'] },
  );
}

test('a service is ready when it says so, with what it announces', async () => {
  const running = service(`
    console.log(process.env.GREETING, process.argv[2] as string);
    console.log('READY ' + JSON.stringify({ port: 4711 }));
    setInterval(() => undefined, 1000);`);

  expect(await running.ready).toEqual({ port: 4711 });
  await running.stop(1000);
  expect(await running.exited).toBe(143);
  expect(readFileSync(logFile, 'utf8')).toContain('hello --loud\n');
});

test('a service that ends before it is ready rejects with its exit code and its log', async () => {
  const running = service(`console.error('no such setting'); process.exit(3);`);

  const failure: unknown = await running.ready.catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(ServiceEnded);
  expect((failure as Error).message).toBe(`pretender ended with 3 before it was ready (log: ${logFile})`);
  expect(await running.exited).toBe(3);
  expect(readFileSync(logFile, 'utf8')).toContain('no such setting');
});

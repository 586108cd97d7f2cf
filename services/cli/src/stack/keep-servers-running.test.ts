import { expect, test, vi } from 'vitest';
import { keepServersRunning } from './keep-servers-running.js';

type Name = 'temporal' | 'kafka' | 'mongo';

function servers() {
  const waiting = new Map<Name, (how: string) => void>();
  return {
    dataDir: 'data',
    ended: (name: Name) => new Promise<string>((resolve) => waiting.set(name, resolve)),
    restart: vi.fn<(name: Name) => Promise<void>>(async () => undefined),
    die: (name: Name) => waiting.get(name)?.('SIGKILL'),
  };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a local server that ends is said and started again', async () => {
  const local = servers();
  const said: string[] = [];
  keepServersRunning(local, (line) => void said.push(line), settled);

  local.die('kafka');
  await vi.waitFor(() => expect(said).toHaveLength(2));

  expect(local.restart.mock.calls).toEqual([['kafka']]);
  expect(said).toEqual([
    'the local server kafka ended with SIGKILL and is started again on the same data and ports',
    'the local server kafka answers again',
  ]);
});

test('meanwhile whoever needs it waits', async () => {
  const local = servers();
  let answers: () => void = () => undefined;
  local.restart.mockReturnValueOnce(new Promise((resolve) => (answers = resolve)));
  const { whole } = keepServersRunning(local, () => undefined, settled);
  const order: string[] = [];

  local.die('mongo');
  await vi.waitFor(() => expect(local.restart).toHaveBeenCalled());
  const waiting = whole().then(() => order.push('whole'));
  await settled();
  order.push('answers');
  answers();
  await waiting;

  expect(order).toEqual(['answers', 'whole']);
});

test('one that keeps ending is given up with a sentence that names its log', async () => {
  const local = servers();
  const { failed } = keepServersRunning(local, () => undefined, settled);
  const dying = setInterval(() => local.die('mongo'), 1);

  await expect(failed).rejects.toThrow(
    'the local server mongo ended 6 times in a row, the last time with SIGKILL (log: data/mongo.log)',
  );

  clearInterval(dying);
});

test('one that cannot be started again ends it too', async () => {
  const local = servers();
  local.restart.mockRejectedValueOnce(new Error('temporal did not start'));
  const { failed } = keepServersRunning(local, () => undefined, settled);

  local.die('temporal');

  await expect(failed).rejects.toThrow('temporal did not start');
});

test("once let go their end is nobody's concern", async () => {
  const local = servers();
  const said: string[] = [];
  await keepServersRunning(local, (line) => void said.push(line), settled).letGo();

  local.die('temporal');
  await settled();

  expect([said, local.restart.mock.calls]).toEqual([[], []]);
});

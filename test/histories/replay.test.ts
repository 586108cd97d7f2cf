import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflows } from '@recourse/infra/temporal/bundle-workflows';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { scenarios } from './scenarios.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
const folder = fileURLToPath(new URL('.', import.meta.url));
const recorded = readdirSync(folder).filter((name) => name.endsWith('.json'));
const scratch = mkdtempSync(join(tmpdir(), 'replay-'));
let code: string;

beforeAll(async () => {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: 'temporalio_sdk_core=OFF' } },
  });
  code = await bundleWorkflows(join(scratch, 'workflows.cjs'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

type Recorded = {
  events: { eventType: string; activityTaskScheduledEventAttributes?: { activityType: { name: string } } }[];
};
const read = (name: string): Recorded => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded;
const replay = (history: Recorded): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: { code } }, historyFromJSON(history));

test('every scenario is recorded', () => {
  expect(recorded.sort()).toEqual(
    Object.keys(scenarios)
      .map((name) => `${name}.json`)
      .sort(),
  );
});

test.each(recorded)('%s replays against the workflow as it is now', async (name) => {
  await expect(replay(read(name))).resolves.toBeUndefined();
});

test('a history in which another act was carried out is refused as non-deterministic', async () => {
  const history = read('timer-act-turn.json');
  for (const { activityTaskScheduledEventAttributes: scheduled } of history.events)
    if (scheduled?.activityType.name === 'sendReminder') scheduled.activityType.name = 'placeCall';

  await expect(replay(history)).rejects.toMatchObject({
    name: 'DeterminismViolationError',
    message: expect.stringMatching(/TMPRL1100.*placeCall.*sendReminder/s),
  });
});

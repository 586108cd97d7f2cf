import type { TemporalClient } from '@recourse/infra/temporal/connect';
import { describe, expect, test } from 'vitest';
import type { Fault } from './fault.js';
import type { FaultStack } from './fault-stack.js';
import { inflict } from './inflict.js';

const when = { afterInstants: 0, afterMs: 0, lastingMs: 0 };
const fault = (kind: 'reset-workflow' | 'terminate-workflow' | 'doubled-events'): Fault =>
  kind === 'doubled-events' ? { kind, ...when } : { kind, pick: 0, ...when };
const grpc = (code: number): Error => Object.assign(new Error('by the server'), { code });

/** A Temporal server with these workflows, each of which has these completed tasks, that answers a reset so. */
function temporal(workflowIds: string[], tasks: number[], reset: () => Promise<unknown>) {
  const events = tasks.map((eventId) => ({ eventId, workflowTaskCompletedEventAttributes: {} }));
  const handle = {
    describe: () => Promise.resolve({ runId: 'run' }),
    fetchHistory: () => Promise.resolve({ events }),
    terminate: reset,
  };
  const list = async function* list() {
    for (const workflowId of workflowIds) yield await Promise.resolve({ workflowId });
  };
  const client = {
    workflow: { list, getHandle: () => handle },
    workflowService: { resetWorkflowExecution: reset },
  };
  return { client } as unknown as TemporalClient;
}
const noStack = {} as FaultStack;
const done = (): Promise<unknown> => Promise.resolve({});

describe('a fault', () => {
  test.each(['reset-workflow', 'terminate-workflow'] as const)(
    '%s is inflicted when the server did it',
    async (kind) => {
      expect(await inflict(fault(kind), noStack, temporal(['w'], [4], done), 'demo')).toBe(true);
    },
  );

  test('is not inflicted when there is nothing to strike', async () => {
    const nothing = temporal([], [], done);

    expect(await inflict(fault('reset-workflow'), noStack, nothing, 'demo')).toBe(false);
    expect(await inflict(fault('terminate-workflow'), noStack, nothing, 'demo')).toBe(false);
    expect(await inflict(fault('reset-workflow'), noStack, temporal(['w'], [], done), 'demo')).toBe(false);
  });

  test.each([
    ['is gone meanwhile', 5],
    ['cannot be asked for', 14],
    ['stands behind a server that stands still', 4],
  ])('is not inflicted on what %s', async (_what, code) => {
    const refusing = temporal(['w'], [4], () => Promise.reject(grpc(code)));

    expect(await inflict(fault('reset-workflow'), noStack, refusing, 'demo')).toBe(false);
    expect(await inflict(fault('terminate-workflow'), noStack, refusing, 'demo')).toBe(false);
  });

  test('that is asked for wrongly is a fault of ours, and said', async () => {
    const refusing = temporal(['w'], [4], () => Promise.reject(grpc(3)));

    await expect(inflict(fault('reset-workflow'), noStack, refusing, 'demo')).rejects.toThrow('by the server');
  });

  test.each([
    ['while Kafka is away, is not inflicted', { name: 'KafkaJSConnectionError', retriable: true }, false],
    ['as Kafka never would, is said', { name: 'KafkaJSProtocolError', retriable: false }, 'refused'],
  ])('that sends events again %s', async (_what, kind, expected) => {
    const error = new Error('end of topic', { cause: Object.assign(new Error('refused'), kind) });
    const stores = { bus: { admin: () => ({ endOffsets: () => Promise.reject(error) }) } };
    const inflicted = inflict(
      fault('doubled-events'),
      { stores } as unknown as FaultStack,
      temporal([], [], done),
      'demo',
    );

    if (expected === false) expect(await inflicted).toBe(false);
    else await expect(inflicted).rejects.toThrow('end of topic');
  });
});

import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { ActCall, RegisteredActivities, TurnCall } from '@recourse/activities/acts/acts';
import type { Next } from '@recourse/activities/turn/next';
import { collectionWorker } from '@recourse/infra/temporal/collection-worker';
import { connectTemporal, connectWorker, type TemporalClient } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { collectionWorkflowId } from '@recourse/workflows/workflow-id';
import type { WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, Runtime, type NativeConnection, type Worker } from '@temporalio/worker';

/** What the fake activities of a case do. Acts that are not given do nothing. */
export type Script = { turn: (call: TurnCall, nth: number) => Next | Promise<Next> } & Partial<
  Record<Exclude<keyof RegisteredActivities, 'takeTurn'>, (call: ActCall) => Promise<void>>
>;

/** One case's workflow on the real server, with a worker whose activities follow a script. */
export type WorkedCase = {
  caseId: string;
  workflow: WorkflowHandle;
  client: TemporalClient['client'];
  ring(): Promise<void>;
  /** Turns and acts as they were asked for. */
  turns: TurnCall[];
  acts: (ActCall & { act: string })[];
  /** Resolves when so many turns have been taken. */
  turnsTaken(count: number): Promise<void>;
  turnBegun(nth: number): Promise<void>;
  end(): Promise<void>;
};

const kinds = [
  'sendReminder',
  'sendNotice',
  'placeCall',
  'arrangeVisit',
  'placeWithAgency',
  'recallFromAgency',
  'referToLegal',
  'withdrawFromLegal',
  'verifyLoan',
] as const;

export class CaseWorkshop {
  private constructor(
    private readonly temporal: TemporalClient,
    private readonly native: NativeConnection,
    private readonly codePath: string,
  ) {}

  static async open(address: string, codePath: string): Promise<CaseWorkshop> {
    quieten();
    const settings = { address, namespace: 'default' };
    return new CaseWorkshop(await connectTemporal(settings), await connectWorker(settings), codePath);
  }

  async close(): Promise<void> {
    await this.native.close();
    await this.temporal.close();
  }

  async work(script: Script): Promise<WorkedCase> {
    const taskQueue = `test-${randomUUID()}`;
    const caseId = `test/${randomUUID()}/1`;
    const turns: TurnCall[] = [];
    const acts: WorkedCase['acts'] = [];
    let begun = 0;
    const heard = new EventEmitter();
    const until = async (reached: () => boolean): Promise<void> => {
      while (!reached()) await once(heard, 'turn');
    };
    const activities: RegisteredActivities = {
      ...Object.fromEntries(
        kinds.map((act) => [
          act,
          async (call: ActCall) => {
            acts.push({ ...call, act });
            await script[act]?.(call);
          },
        ]),
      ),
      async takeTurn(call: TurnCall) {
        begun += 1;
        heard.emit('turn');
        const next = await script.turn(call, turns.length + 1);
        turns.push(call);
        heard.emit('turn');
        return next;
      },
    } as RegisteredActivities;

    const worker: Worker = await collectionWorker({
      connection: this.native,
      namespace: 'default',
      activities,
      workflowBundle: { codePath: this.codePath },
      taskQueue,
    });
    const running = worker.run();
    const { client } = this.temporal;
    const workflow = client.workflow.getHandle(collectionWorkflowId(caseId));
    const doorbell = temporalDoorbell(client, {
      taskQueue,
      onLost: (_, error) => {
        throw error;
      },
    });
    return {
      caseId,
      workflow,
      client,
      ring: () => doorbell.ring(caseId),
      turns,
      acts,
      turnsTaken: (count) => until(() => turns.length >= count),
      turnBegun: (nth) => until(() => begun >= nth),
      async end() {
        await workflow.terminate('end of the test').catch(() => undefined);
        worker.shutdown();
        await running;
      },
    };
  }
}

let quiet = false;
function quieten(): void {
  if (!quiet)
    Runtime.install({
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: { forward: {}, filter: 'temporalio_sdk_core=ERROR' } },
    });
  quiet = true;
}

/** A next that waits until rung, as on a test clock. */
export const waiting: Next = {
  planId: 'plan-1',
  stage: 'reminder',
  bucket: 'M1',
  because: 'sms-1 is due',
  dueAt: '2026-01-02T02:00:00.000Z',
  act: 'send-reminder',
};
export const due: Next = { ...waiting, dueInMs: 0 };
export const ended: Next = {
  planId: 'plan-1',
  stage: 'closed',
  bucket: 'M1',
  because: 'the case ended',
  ending: 'cured',
};

import { answerTask, type AnswerTask } from '@recourse/activities/desk/answer-task';
import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import { handBackTask } from '@recourse/activities/desk/hand-back-task';
import { leaseTask, type LeaseTask } from '@recourse/activities/desk/lease-task';
import { listTasks } from '@recourse/activities/desk/list-tasks';
import { startTask, type StartTask } from '@recourse/activities/desk/start-task';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { Heard } from './outside.js';

const mostTasks = 500;

/** The desk as its staff uses it. */
export type Desk = {
  /** Open calls and visits that nobody has answered. */
  list(): Promise<TaskRecord[]>;
  lease(taskId: string, by: string): Promise<LeaseTask>;
  start(taskId: string, by: string): Promise<StartTask>;
  answer(taskId: string, by: string, heard: Heard): Promise<AnswerTask>;
  handBack(taskId: string, by: string): Promise<unknown>;
};

export function deskOf(ports: DeskPorts, tenant: string): Desk {
  return {
    async list() {
      const [calls, visits] = await Promise.all([
        listTasks(ports, tenant, 'call', mostTasks),
        listTasks(ports, tenant, 'visit', mostTasks),
      ]);
      return [...calls, ...visits];
    },
    lease: (taskId, by) => leaseTask(ports, taskId, by),
    start: (taskId, by) => startTask(ports, taskId, by),
    answer: (taskId, by, { code, details, wishes }) => answerTask(ports, taskId, by, code, details, wishes),
    handBack: (taskId, by) => handBackTask(ports, taskId, by),
  };
}

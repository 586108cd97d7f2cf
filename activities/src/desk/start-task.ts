import { onceIngestIsCurrent } from '../acts/begin-act.js';
import { concludeAttempt } from '../contact/conclude-attempt.js';
import type { Withheld } from '../contact/contact-store.js';
import { judgeBegin } from '../contact/judge-begin.js';
import { ringAll } from '../contact/ring-all.js';
import type { CoveredCase } from '../records/act-record.js';
import type { DeskPorts } from './desk-ports.js';
import type { DeskRefusal } from './task-store.js';

export type StartTask =
  /** `to`: the number to dial or the address to go to; for the screen only. `loans`: all this one conversation is about. */
  | {
      started: true;
      actId: string;
      kind: 'call' | 'visit';
      to: string;
      loans: Pick<CoveredCase, 'loanId' | 'arrears' | 'currency' | 'dueOn' | 'late'>[];
    }
  | { started: false; refused: DeskRefusal }
  /** The contact may not begin now. The task stays open until it is done, withdrawn or too late; the journal says that it was asked for and why not. */
  | { started: false; refused: 'withheld'; withheld: Withheld };

/** Begins the call or visit of a leased task: the gate is asked now, and from here on the attempt counts. */
export async function startTask(ports: DeskPorts, taskId: string, by: string): Promise<StartTask> {
  const { tasks, contacts, vault, rules } = ports;
  const task = await tasks.task(taskId);
  const [own] = task?.covers ?? [];
  if (!task || !own) return { started: false, refused: 'unknown-task' };
  if (task.kind !== 'call' && task.kind !== 'visit') return { started: false, refused: 'not-a-contact' };
  if (task.status === 'closed') return { started: false, refused: 'task-closed' };
  if (task.startedAt !== undefined) return { started: false, refused: 'already-started' };

  const request = { caseId: own.caseId, planId: own.planId, actor: by, taskId };
  const result = await onceIngestIsCurrent(ports, () => contacts.begin(request, judgeBegin(request, rules)));
  if (result.begun === 'before') return { started: false, refused: 'already-started' };
  if (result.begun === 'no') {
    const { withheld } = result;
    if (withheld.result === 'refused' && withheld.reason === 'lease-not-held')
      return { started: false, refused: 'lease-not-held' };
    await tellCase(ports, own.caseId, taskId, by, withheld);
    return { started: false, refused: 'withheld', withheld };
  }
  const { act } = result;
  await ringAll(ports.doorbell, result.ring ?? []);
  try {
    const to = await vault.open(act.tenant, act.personId ?? '', act.pointId ?? '');
    const loans = act.covers.map(({ loanId, arrears, currency, dueOn, late }) => ({
      loanId,
      arrears,
      currency,
      ...(dueOn && { dueOn }),
      ...(late && { late }),
    }));
    return { started: true, actId: act._id, kind: task.kind, to, loans };
  } catch (trouble) {
    await concludeAttempt(contacts, act._id, { status: 'never-sent', at: act.begunAt });
    throw trouble;
  }
}

/** Once for each person and reason, however often they try. What is no plan any more is nothing to be told. */
async function tellCase(
  { contacts, doorbell }: DeskPorts,
  caseId: string,
  taskId: string,
  by: string,
  withheld: Withheld,
): Promise<void> {
  if (withheld.result === 'refused' && withheld.reason === 'plan-not-current') return;
  const why = withheld.result === 'refused' ? withheld.reason : withheld.result === 'deferred' ? withheld.until : '';
  await contacts.noteStart(caseId, `start/${taskId}/${by}/${withheld.result}/${why}`, by, withheld);
  await ringAll(doorbell, [caseId]);
}

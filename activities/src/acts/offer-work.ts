import { stepsOf } from '@recourse/domain/strategy/steps-of';
import { readPlanId } from '@recourse/domain/case/case-id';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import { judgeBegin } from '../contact/judge-begin.js';
import { withheldItemId } from '../contact/withheld-item-id.js';
import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { onceIngestIsCurrent, tellWithheld } from './begin-act.js';

/** Hours a task stays open when its step does not say. */
const usualTaskHours = 24;

/** Offers work to people when the gate would let it begin now. Nothing is begun: whoever starts it asks the gate again. */
export async function offerWork(ports: ActPorts, { caseId, planId }: ActCall, to: 'desk' | 'crew'): Promise<void> {
  const { contacts, clock, rules } = ports;
  const planned = await contacts.plannedAct(caseId, planId);
  if (!planned) return;
  const request = { caseId, planId, actor: 'worker' };
  const asked = await onceIngestIsCurrent(ports, () => contacts.look(request, judgeBegin(request, rules)));
  // Begun before: a collector started it under a task this act offered on an earlier run.
  if (asked.begun === 'before') return;
  if (asked.begun === 'no') return tellWithheld(ports, caseId, asked);

  const { now: at } = await clock.now(asked.act.tenant);
  const { step } = readPlanId(planId);
  const strategy = rules.strategiesByHash.get(planned.strategyHash);
  const hours = (strategy && stepsOf(strategy).find((each) => each.step === step)?.taskHours) ?? usualTaskHours;
  const offered: ActOutcome = {
    planId,
    actId: planId,
    at,
    result: 'offered',
    to,
    deadline: minutesLater(at, hours * 60),
  };
  const { dueAt, readPosition } = planned;
  await contacts.withhold(caseId, withheldItemId({ withheld: offered, dueAt, readPosition }), offered);
}

import { readCaseId } from '@recourse/domain/case/case-id';
import { ringAll } from '../contact/ring-all.js';
import { pullAndCompare } from '../verification/pull-and-compare.js';
import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';

/** Verifies a case at intake (requirements A1): asks servicing and the directory, and tells the case. It contacts nobody and begins nothing. */
export const verifyLoan =
  ({ contacts, clock, doorbell, pause, verification: asks }: ActPorts) =>
  async ({ caseId, planId }: ActCall): Promise<void> => {
    const planned = await contacts.plannedAct(caseId, planId);
    if (planned?.act.kind !== 'verify-loan' || !asks) return;
    const { tenant, loanId } = readCaseId(caseId);
    const { verification, ring } = await pullAndCompare({ ...asks, pause }, tenant, loanId);
    const { now } = await clock.now(tenant);
    await asks.store.tell(planId, now, verification);
    // This case takes its turn as soon as the act ends.
    await ringAll(
      doorbell,
      ring.filter((other) => other !== caseId),
    );
  };

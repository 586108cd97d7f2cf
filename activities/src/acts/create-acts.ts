import type { ActPorts } from './act-ports.js';
import type { RegisteredActivities } from './acts.js';
import { arrangeVisit } from './arrange-visit.js';
import { placeCall } from './place-call.js';
import { placeWithAgency } from './place-with-agency.js';
import { recallFromAgency } from './recall-from-agency.js';
import { referToLegal } from './refer-to-legal.js';
import { sendNotice } from './send-notice.js';
import { sendReminder } from './send-reminder.js';
import { verifyLoan } from './verify-loan.js';
import { withdrawFromLegal } from './withdraw-from-legal.js';

/** The acts as Temporal activities. Each reloads the plan and does nothing when it is no longer current; twice is once. */
export const createActs = (ports: ActPorts): Omit<RegisteredActivities, 'takeTurn'> => ({
  sendReminder: sendReminder(ports),
  sendNotice: sendNotice(ports),
  placeCall: placeCall(ports),
  arrangeVisit: arrangeVisit(ports),
  placeWithAgency: placeWithAgency(ports),
  recallFromAgency: recallFromAgency(ports),
  referToLegal: referToLegal(ports),
  withdrawFromLegal: withdrawFromLegal(ports),
  verifyLoan: verifyLoan(ports),
});

import { unrecordedAttempts, unsentAttempts } from './checks/attempts.js';
import { contactsOutsideHours } from './checks/contact-hours.js';
import { journalAgainstKafka } from './checks/journal-against-kafka.js';
import { brokenChain, sequenceGaps } from './checks/journal-order.js';
import { casesWithoutPlan, casesWithoutWorkflow } from './checks/liveness.js';
import { lostEvents } from './checks/lost-events.js';
import { contactsOnUnreadPayment } from './checks/payment-wins.js';
import { stagesWithoutCause } from './checks/stages.js';
import { stepsDoneTwice } from './checks/steps.js';
import type { Evidence, Finding } from './evidence.js';

/** Every check, in the order of the report. Each must find nothing. */
export const audit = (evidence: Evidence): Finding[] =>
  [
    lostEvents,
    sequenceGaps,
    brokenChain,
    journalAgainstKafka,
    casesWithoutPlan,
    casesWithoutWorkflow,
    contactsOnUnreadPayment,
    contactsOutsideHours,
    unrecordedAttempts,
    unsentAttempts,
    stagesWithoutCause,
    stepsDoneTwice,
  ].map((check) => check(evidence));

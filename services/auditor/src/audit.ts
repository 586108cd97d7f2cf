import { amountsOffPosition } from './checks/amounts-off-position.js';
import { answersOwed } from './checks/answers-owed.js';
import { brokenChain } from './checks/broken-chain.js';
import { callsAtOnce } from './checks/calls-at-once.js';
import { capsExceeded } from './checks/caps-exceeded.js';
import { casesStandingStill } from './checks/cases-standing-still.js';
import { casesWithoutPlan } from './checks/cases-without-plan.js';
import { casesWithoutWorkflow } from './checks/cases-without-workflow.js';
import { channelsNotPermitted } from './checks/channels-not-permitted.js';
import { collectedByTwo } from './checks/collected-by-two.js';
import { contactsAfterOptOut } from './checks/contacts-after-opt-out.js';
import { contactsOnUnreadPayment } from './checks/contacts-on-unread-payment.js';
import { contactsOutsideHours } from './checks/contacts-outside-hours.js';
import { contactsWhileHeld } from './checks/contacts-while-held.js';
import { contactsWhileUnresolved } from './checks/contacts-while-unresolved.js';
import { creditorsMisnamed } from './checks/creditors-misnamed.js';
import { endsNotLawful } from './checks/ends-not-lawful.js';
import { excusedWithoutLaw } from './checks/excused-without-law.js';
import { furnishedOffEvents } from './checks/furnished-off-events.js';
import { furnishedUnlawfully } from './checks/furnished-unlawfully.js';
import { journalAgainstKafka } from './checks/journal-against-kafka.js';
import { journalAgainstWorkflows } from './checks/journal-against-workflows.js';
import { lateChargesOff } from './checks/late-charges-off.js';
import { lostEvents } from './checks/lost-events.js';
import { moneyAgainstPositions } from './checks/money-against-positions.js';
import { partiesNotEligible } from './checks/parties-not-eligible.js';
import { restsBroken } from './checks/rests-broken.js';
import { sendsAfterAcceptance } from './checks/sends-after-acceptance.js';
import { sequenceGaps } from './checks/sequence-gaps.js';
import { stagesWithoutCause } from './checks/stages-without-cause.js';
import { stepsDoneTwice } from './checks/steps-done-twice.js';
import { tasksHeldByTwo } from './checks/tasks-held-by-two.js';
import { thirdPartiesPressed } from './checks/third-parties-pressed.js';
import { unrecordedAttempts } from './checks/unrecorded-attempts.js';
import { unsentAttempts } from './checks/unsent-attempts.js';
import { wordsNotLawful } from './checks/words-not-lawful.js';
import type { Evidence } from './evidence.js';
import { checkNames, type CheckName, type Finding } from './finding.js';

const checks: Record<CheckName, (evidence: Evidence) => Finding> = {
  'lost-events': lostEvents,
  'sequence-gaps': sequenceGaps,
  'broken-chain': brokenChain,
  'journal-against-kafka': journalAgainstKafka,
  'cases-without-plan': casesWithoutPlan,
  'cases-without-workflow': casesWithoutWorkflow,
  'contacts-on-unread-payment': contactsOnUnreadPayment,
  'contacts-while-unresolved': contactsWhileUnresolved,
  'contacts-outside-hours': contactsOutsideHours,
  'unrecorded-attempts': unrecordedAttempts,
  'unsent-attempts': unsentAttempts,
  'stages-without-cause': stagesWithoutCause,
  'steps-done-twice': stepsDoneTwice,
  'sends-after-acceptance': sendsAfterAcceptance,
  'contacts-while-held': contactsWhileHeld,
  'answers-owed': answersOwed,
  'ends-not-lawful': endsNotLawful,
  'collected-by-two': collectedByTwo,
  'caps-exceeded': capsExceeded,
  'rests-broken': restsBroken,
  'calls-at-once': callsAtOnce,
  'third-parties-pressed': thirdPartiesPressed,
  'parties-not-eligible': partiesNotEligible,
  'contacts-after-opt-out': contactsAfterOptOut,
  'channels-not-permitted': channelsNotPermitted,
  'words-not-lawful': wordsNotLawful,
  'excused-without-law': excusedWithoutLaw,
  'amounts-off-position': amountsOffPosition,
  'creditors-misnamed': creditorsMisnamed,
  'money-against-positions': moneyAgainstPositions,
  'late-charges-off': lateChargesOff,
  'furnished-unlawfully': furnishedUnlawfully,
  'furnished-off-events': furnishedOffEvents,
  'tasks-held-by-two': tasksHeldByTwo,
  'journal-against-workflows': journalAgainstWorkflows,
  'cases-standing-still': casesStandingStill,
};

/** Every check, in the order of the report. Each must find nothing. */
export const audit = (evidence: Evidence): Finding[] => checkNames.map((name) => checks[name](evidence));

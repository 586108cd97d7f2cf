import { z } from 'zod';
import { amountLimitShape } from './shapes/amount-limit-shape.js';
import { channelPermissionShape } from './shapes/channel-permission-shape.js';
import { contactWindowShape } from './shapes/contact-window-shape.js';
import { contentGateShape } from './shapes/content-gate-shape.js';
import { cooldownShape } from './shapes/cooldown-shape.js';
import { frequencyCapShape } from './shapes/frequency-cap-shape.js';
import { handoverGateShape } from './shapes/handover-gate-shape.js';
import { holdOnEventShape } from './shapes/hold-on-event-shape.js';
import { legalClockShape } from './shapes/legal-clock-shape.js';
import { noticeBeforeActionShape } from './shapes/notice-before-action-shape.js';
import { partyEligibilityShape } from './shapes/party-eligibility-shape.js';
import { responseDeadlineShape } from './shapes/response-deadline-shape.js';
import { retentionShape } from './shapes/retention-shape.js';
import { visitProtocolShape } from './shapes/visit-protocol-shape.js';

/** The fourteen rule kinds (regulation survey section 6): 1-5 and 9 gate a contact, 6-7 shape it, 8 and 10-12 gate stages and money, 13-14 sit around it. */
export const ruleShape = z.discriminatedUnion(
  'kind',
  [
    contactWindowShape,
    frequencyCapShape,
    cooldownShape,
    partyEligibilityShape,
    channelPermissionShape,
    contentGateShape,
    visitProtocolShape,
    noticeBeforeActionShape,
    holdOnEventShape,
    responseDeadlineShape,
    legalClockShape,
    amountLimitShape,
    handoverGateShape,
    retentionShape,
  ],
  { error: 'must be one of the fourteen rule kinds' },
);

export type Rule = z.infer<typeof ruleShape>;
export type RuleKind = Rule['kind'];
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;

import { isWithinHours } from './is-within-hours.js';
import type { SchemaFault } from '../policy/schema-faults.js';
import { purposes } from '../contact/purposes.js';
import type { RulePack } from './rule-pack.js';
import type { Rule } from './rule.js';
import { collectionPurposes, weekday } from './shapes/gate-words.js';

const wholeWeek = [{ days: weekday.options, from: '00:00', to: '24:00' }];

const hasAll = <T>(all: readonly T[], words: readonly T[]): boolean => words.every((word) => all.includes(word));

/** What a rule would have to say to forbid anything at all; nothing when it says something. */
const lacking = (rule: Rule): [field: string, reason: string] | undefined => {
  switch (rule.kind) {
    case 'contact-window':
      return isWithinHours(wholeWeek, rule.windows) && !rule.personsTimes && rule.closedOnHolidaysOf === undefined
        ? ['windows', 'is open at every minute of the week']
        : undefined;
    case 'party-eligibility':
      return hasAll(rule.purposes, purposes) &&
        [rule.when, rule.maxContacts, rule.liabilityCap].every((each) => each === undefined) &&
        !rule.blockOnRefusal
        ? ['purposes', 'lets everybody be asked for everything']
        : undefined;
    case 'channel-permission':
      return rule.allowed &&
        rule.basis === undefined &&
        rule.optOut === 'medium' &&
        !(rule.officialAccountOnly || rule.recordingRequired || rule.mustOfferOptOut)
        ? ['basis', 'asks for nothing']
        : undefined;
    case 'content-gate':
      return rule.mustSay.length + rule.mustNotSay.length + rule.forbidden.length === 0 &&
        !(rule.sameLanguage || rule.thirdPartySafe || rule.amountSource !== undefined)
        ? ['forbidden', 'asks for nothing to be said and forbids no word']
        : undefined;
    case 'visit-protocol':
      return rule.placesBarred.length === 0 &&
        [rule.minCrew, rule.maxCrew, rule.priorNoticeHours].every((each) => each === undefined) &&
        !Object.values(rule).includes(true)
        ? ['minCrew', 'asks for nothing']
        : undefined;
    case 'hold-on-event':
      return rule.stops.every((each) => each === 'contact') && hasAll(rule.allowedWhileHeld, collectionPurposes)
        ? ['allowedWhileHeld', 'stops contact and allows all of it']
        : undefined;
    case 'handover-gate':
      return rule.contractFixes.length + rule.personTold.length + rule.neverIf.length === 0 &&
        [rule.evaluatedWithinDays, rule.inspectedWithinDays, rule.staffTrainedWithinDays, rule.fieldsAllowed].every(
          (each) => each === undefined,
        ) &&
        !Object.values(rule).includes(true)
        ? ['listed', 'asks for nothing']
        : undefined;
    case 'retention':
      return rule.atEnd === 'review' && (rule.minDays ?? 0) === 0 && rule.maxDays === undefined && !rule.mustBeMade
        ? ['minDays', 'keeps nothing and deletes nothing']
        : undefined;
    // A number is asked of each of these, or the schema refuses what limits nothing.
    case 'frequency-cap':
    case 'cooldown':
    case 'notice-before-action':
    case 'response-deadline':
    case 'legal-clock':
    case 'amount-limit':
      return undefined;
    default:
      return rule satisfies never;
  }
};

/** Rules of a pack that are well formed and forbid nothing: emptied by a slip of the pen, and no survey would miss the lender's own. */
export const emptyRules = ({ rules }: Pick<RulePack, 'rules'>): SchemaFault[] =>
  rules.flatMap((rule, nth) => {
    const [field, reason] = lacking(rule) ?? [];
    return reason === undefined
      ? []
      : [{ path: `rules[${nth}].${field}`, reason: `${rule.id} ${reason}: it forbids nothing` }];
  });

import { daysBetween } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import type { RuleInputs } from '../../contact/gate-ask.js';
import type { HandoverGate } from '../shapes/handover-gate-shape.js';

type Fixed = HandoverGate['contractFixes'][number];
type CaseState = HandoverGate['neverIf'][number];

/** What is proved of an agency or buyer; what is not known is not so. Days are those on which it last happened. */
export type AgencyStanding = {
  listed?: boolean;
  publiclyListed?: boolean;
  licensedUntil?: Day;
  evaluatedOn?: Day;
  inspectedOn?: Day;
  /** Of those who would work the case the one trained longest ago. */
  staffTrainedOn?: Day;
  /** The contract forbids passing cases on. */
  noSubAssignment?: boolean;
  violenceRecord?: 'none' | 'found';
  contractFixes?: readonly Fixed[];
  contractUntil?: Day;
  returnsOrDeletes?: boolean;
};

/** A case about to be handed over on `on`, with the fields that would go along and what the person was told of it. */
export type HandoverAsk = {
  on: Day;
  agency: AgencyStanding;
  /** Who would hand it over: an agency that passes a case on is a sub-assignment. */
  from: 'lender' | 'agency';
  caseStates: readonly CaseState[];
  fields: readonly string[];
  personTold: readonly string[];
};

/** A condition that is not met; `which` names field, content or state. Closed. */
export type HandoverUnmet = {
  because:
    | 'not-listed'
    | 'not-publicly-listed'
    | 'not-licensed'
    | 'not-evaluated'
    | 'not-inspected'
    | 'staff-not-trained'
    | 'sub-assignment'
    | 'violence-record'
    | 'contract-over'
    | 'contract-silent'
    | 'no-return-or-deletion'
    | 'field-not-allowed'
    | 'person-not-told'
    | 'case-state';
  which?: string;
};

/** `fields`: of those asked for the ones that may go. */
export type HandoverFinding = { inputs: RuleInputs; fields: string[] } & (
  | { verdict: 'allow' }
  | { verdict: 'refuse'; unmet: HandoverUnmet[] }
);

const within = (last: Day | undefined, days: number | undefined, on: Day): boolean =>
  days === undefined || (last !== undefined && last <= on && daysBetween(last, on) <= days);

const lacking = <T extends string>(asked: readonly T[], has: readonly T[], because: HandoverUnmet['because']) =>
  asked.filter((each) => !has.includes(each)).map((which): HandoverUnmet => ({ because, which }));

const unmetOf = (
  rule: HandoverGate,
  { on, agency, from, caseStates, fields, personTold }: HandoverAsk,
): HandoverUnmet[] => {
  const conditions: [HandoverUnmet['because'], boolean][] = [
    ['not-listed', !rule.listed || agency.listed === true],
    ['not-publicly-listed', !rule.publiclyListed || agency.publiclyListed === true],
    ['not-licensed', !rule.licensed || on <= (agency.licensedUntil ?? '')],
    ['not-evaluated', within(agency.evaluatedOn, rule.evaluatedWithinDays, on)],
    ['not-inspected', within(agency.inspectedOn, rule.inspectedWithinDays, on)],
    ['staff-not-trained', within(agency.staffTrainedOn, rule.staffTrainedWithinDays, on)],
    ['sub-assignment', !rule.noSubAssignment || (from === 'lender' && agency.noSubAssignment === true)],
    ['violence-record', !rule.noViolenceRecord || agency.violenceRecord === 'none'],
    ['contract-over', rule.contractFixes.length === 0 || on <= (agency.contractUntil ?? '')],
    ['no-return-or-deletion', !rule.returnOrDeleteAtEnd || agency.returnsOrDeletes === true],
  ];
  return [
    ...conditions.filter(([, met]) => !met).map(([because]): HandoverUnmet => ({ because })),
    ...lacking(rule.contractFixes, agency.contractFixes ?? [], 'contract-silent'),
    ...lacking(fields, rule.fieldsAllowed ?? fields, 'field-not-allowed'),
    ...lacking(rule.personTold, personTold, 'person-not-told'),
    ...caseStates
      .filter((each) => rule.neverIf.includes(each))
      .map((which): HandoverUnmet => ({ because: 'case-state', which })),
  ];
};

/** Whether a case may go to an agency or buyer: every condition that is not met, and which of the fields may go. */
export const handoverGate = (rule: HandoverGate, ask: HandoverAsk): HandoverFinding => {
  const unmet = unmetOf(rule, ask);
  const fields = ask.fields.filter((field) => rule.fieldsAllowed?.includes(field) ?? true);
  const inputs = { on: ask.on, fields: ask.fields.length, unmet: unmet.length };
  return unmet.length === 0 ? { inputs, fields, verdict: 'allow' } : { inputs, fields, verdict: 'refuse', unmet };
};

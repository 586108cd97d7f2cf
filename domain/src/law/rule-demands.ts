import type { RuleKind, RuleOf } from './rule.js';
import { isWithinHours } from './is-within-hours.js';

/** Whether a rule that has `had` says less than one that has `must`. `silent`: what a row of the survey that does not tell the field is taken to say; absent: nothing. */
type Demand<T> = { isLess: (had: T, must: T) => boolean; silent?: { is: unknown } };

type Words = readonly string[] | undefined;

const has = (all: Words, some: Words): boolean => (some ?? []).every((word) => (all ?? []).includes(word));
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Absent: no limit. */
const atMost: Demand<number | undefined> = {
  isLess: (had, must) => must !== undefined && (had === undefined || had > must),
};
const atLeast: Demand<number | undefined> = { isLess: (had, must) => must !== undefined && (had ?? 0) < must };
/** Absent: for ever. */
const atLeastOrEver: Demand<number | undefined> = {
  isLess: (had, must) => had !== undefined && (must === undefined || had < must),
  silent: { is: undefined },
};
/** Absent: what it is of is lifted by nothing. */
const atMostIfAny: Demand<number | undefined> = {
  isLess: (had, must) => had !== undefined && must !== undefined && had > must,
};
/** What lifts a rule, or is let through by it. */
const fewer: Demand<Words> = { isLess: (had, must) => !has(must, had), silent: { is: [] } };
/** What is counted apart. */
const within: Demand<Words> = { isLess: (had, must) => !has(must, had) };
/** One of them is enough; absent: none is asked for. */
const oneOf: Demand<Words> = {
  isLess: (had, must) => must !== undefined && (had === undefined || !has(must, had)),
};
const more: Demand<Words> = { isLess: (had, must) => !has(had, must) };
const yes: Demand<boolean | undefined> = { isLess: (had, must) => must === true && had !== true };
const no: Demand<boolean> = { isLess: (had, must) => had && !must, silent: { is: false } };
const noIfTold: Demand<boolean> = { isLess: (had, must) => had && !must };
const same: Demand<unknown> = { isLess: (had, must) => !isSame(had, must) };
const sameIfTold: Demand<unknown> = { isLess: (had, must) => must !== undefined && !isSame(had, must) };
/** Absent: always. */
const onlyIf: Demand<unknown> = {
  isLess: (had, must) => had !== undefined && !isSame(had, must),
  silent: { is: undefined },
};
const sameOr = (stricter: string): Demand<string | undefined> => ({
  isLess: (had, must) => had !== must && had !== stricter,
});

/** Fields that say nothing of what a rule demands, or of whom and what it binds (`rule-scope`). */
type Told = 'id' | 'kind' | 'citation' | 'confidence' | 'force' | 'actor' | 'product' | 'channels' | 'parties';
type Fields<K extends RuleKind> = Exclude<
  keyof RuleOf<K>,
  Told | 'placeTypes' | (K extends 'party-eligibility' ? never : 'purposes')
>;
type Demands<K extends RuleKind> = { [F in Fields<K>]-?: Demand<RuleOf<K>[F]> };

const head: Pick<Demands<RuleKind>, 'effectiveFrom' | 'effectiveTo' | 'override'> = {
  effectiveFrom: { isLess: (had, must) => had > must },
  effectiveTo: {
    isLess: (had, must) => had !== undefined && (must === undefined || had < must),
    silent: { is: undefined },
  },
  override: { ...fewer, silent: { is: undefined } },
};

/** In which direction each field of each kind of rule forbids more. */
export const ruleDemands: { [K in RuleKind]: Demands<K> } = {
  'contact-window': {
    ...head,
    windows: { isLess: (had, must) => !isWithinHours(had, must) },
    closedOnHolidaysOf: sameIfTold,
    personsTimes: yes,
  },
  'frequency-cap': {
    ...head,
    unit: same,
    limit: atMost,
    days: atLeast,
    window: sameOr('stricter'),
    scope: within,
    exclusions: fewer,
    consentDays: atMostIfAny,
  },
  cooldown: {
    ...head,
    trigger: same,
    days: atLeast,
    dayOneIsTriggerDay: no,
    scope: within,
    exclusions: fewer,
    consentDays: atMostIfAny,
  },
  'party-eligibility': {
    ...head,
    purposes: fewer,
    when: oneOf,
    maxContacts: atMost,
    maxContactsDays: atLeastOrEver,
    blockOnRefusal: yes,
    liabilityCap: sameIfTold,
  },
  'channel-permission': {
    ...head,
    allowed: noIfTold,
    basis: oneOf,
    basisDays: atMost,
    handoverNoticeDays: atLeast,
    optOut: sameOr('all'),
    officialAccountOnly: yes,
    recordingRequired: yes,
    mustOfferOptOut: yes,
  },
  'content-gate': {
    ...head,
    mustSay: more,
    mustNotSay: more,
    forbidden: more,
    firstContactOnly: no,
    sameLanguage: yes,
    amountSource: sameIfTold,
    thirdPartySafe: yes,
  },
  'visit-protocol': {
    ...head,
    minCrew: atLeast,
    maxCrew: atMost,
    idRequired: yes,
    priorNoticeHours: atLeast,
    purposeExplainedFirst: yes,
    entryNeedsConsent: yes,
    placesBarred: more,
    wholeVisitRecorded: yes,
    filmingInsideNeedsConsent: yes,
    publicPostingBarred: yes,
    notIfVulnerable: yes,
  },
  'notice-before-action': {
    ...head,
    action: same,
    notice: same,
    minDays: atLeast,
    clockStart: same,
    assumedAfterDays: atLeast,
    dayCalendar: sameOr('business-days'),
    bounceVoids: yes,
    repeatEveryDays: atMost,
    dueWithinDays: atMost,
  },
  'hold-on-event': {
    ...head,
    event: same,
    circumstance: onlyIf,
    stops: more,
    scope: sameOr('person'),
    days: atLeastOrEver,
    endsWith: same,
    allowedWhileHeld: fewer,
  },
  'response-deadline': {
    ...head,
    request: same,
    days: atMost,
    dayCalendar: sameOr('calendar-days'),
    extensions: {
      isLess: (had, must) =>
        had.some(
          ({ days, ground, approval }) =>
            !must.some((each) => ground === each.ground && days <= each.days && (approval || !each.approval)),
        ),
      silent: { is: [] },
    },
    onMiss: same,
  },
  'legal-clock': {
    ...head,
    clock: same,
    length: same,
    startsOn: same,
    suspendsOn: same,
    suspendsInLastMonths: same,
    restartsOn: same,
    afterExpiry: more,
  },
  'amount-limit': {
    ...head,
    appliesTo: more,
    maxYearlyRateBp: atMost,
    contractRateMultiple: {
      isLess: (had, must) => must !== undefined && (had === undefined || had.maxPermille > must.maxPermille),
    },
    lprMultiplePermille: atMost,
    dailyRatePpm: atMost,
    allocationOrder: sameIfTold,
    dpd: onlyIf,
    planMaxMonths: atMost,
    onlyAsAgreed: yes,
    onlyWhile: onlyIf,
    excludedDebts: more,
  },
  'handover-gate': {
    ...head,
    listed: yes,
    publiclyListed: yes,
    licensed: yes,
    evaluatedWithinDays: atMost,
    inspectedWithinDays: atMost,
    staffTrainedWithinDays: atMost,
    noSubAssignment: yes,
    noViolenceRecord: yes,
    contractFixes: more,
    fieldsAllowed: oneOf,
    personTold: more,
    returnOrDeleteAtEnd: yes,
    neverIf: more,
  },
  retention: {
    ...head,
    record: same,
    minDays: atLeast,
    maxDays: atMost,
    from: same,
    atEnd: same,
    mustBeMade: yes,
  },
};

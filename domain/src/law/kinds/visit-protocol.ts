import { minutesLater } from '../../calendar/local-time.js';
import type { Instant } from '../../calendar/instant.js';
import type { PlaceType } from '../../contact/ledger-entry.js';
import type { RuleFinding } from '../rule-finding.js';
import type { VisitProtocol } from '../shapes/visit-protocol-shape.js';

/** A visit as it is planned to begin at `at`. What nobody said is taken as not so; a place or a frailty nobody knows of refuses where the rule asks. */
export type VisitPlan = {
  at: Instant;
  crew: number;
  /** Every member carries identification and will show it. */
  idCarried?: boolean;
  noticeGivenAt?: Instant;
  purposeExplained?: boolean;
  placeType?: PlaceType;
  /** The person agreed to be visited at that place. */
  placeConsent?: boolean;
  entersHome?: boolean;
  entryConsent?: boolean;
  recording?: 'whole' | 'part' | 'none';
  filmsInside?: boolean;
  filmConsent?: boolean;
  postsInPublic?: boolean;
  vulnerable?: 'no' | 'suspected' | 'known';
};

/** Why a visit may not be made so. Closed. */
export type VisitUnmet =
  | 'crew-too-small'
  | 'crew-too-large'
  | 'no-identification'
  | 'no-notice'
  | 'purpose-not-explained'
  | 'place-unknown'
  | 'place-barred'
  | 'no-consent-to-enter'
  | 'not-recorded-throughout'
  | 'films-without-consent'
  | 'posts-in-public'
  | 'vulnerable';

const noticeBy = ({ at, noticeGivenAt }: VisitPlan): Instant | undefined =>
  noticeGivenAt !== undefined && noticeGivenAt <= at ? noticeGivenAt : undefined;

const unmetOf = (rule: VisitProtocol, plan: VisitPlan): VisitUnmet[] => {
  const { placeType } = plan;
  const conditions: [VisitUnmet, boolean][] = [
    ['crew-too-small', plan.crew < (rule.minCrew ?? 1)],
    ['crew-too-large', plan.crew > (rule.maxCrew ?? Infinity)],
    ['no-identification', rule.idRequired && !plan.idCarried],
    ['no-notice', rule.priorNoticeHours !== undefined && noticeBy(plan) === undefined],
    ['purpose-not-explained', rule.purposeExplainedFirst && !plan.purposeExplained],
    ['place-unknown', rule.placesBarred.length > 0 && placeType === undefined && !plan.placeConsent],
    ['place-barred', placeType !== undefined && rule.placesBarred.includes(placeType) && !plan.placeConsent],
    ['no-consent-to-enter', rule.entryNeedsConsent && (plan.entersHome ?? false) && !plan.entryConsent],
    ['not-recorded-throughout', rule.wholeVisitRecorded && plan.recording !== 'whole'],
    ['films-without-consent', rule.filmingInsideNeedsConsent && (plan.filmsInside ?? false) && !plan.filmConsent],
    ['posts-in-public', rule.publicPostingBarred && (plan.postsInPublic ?? false)],
    // Suspected is enough (CONC 7.9.14R), and so is that nobody looked.
    ['vulnerable', rule.notIfVulnerable && plan.vulnerable !== 'no'],
  ];
  return conditions.filter(([, unmet]) => unmet).map(([name]) => name);
};

/** Whether a visit may be made as planned: everything that is not met, or from when on the notice has run. */
export const visitProtocol = (rule: VisitProtocol, plan: VisitPlan): RuleFinding<VisitUnmet> => {
  const notice = noticeBy(plan);
  const inputs = {
    crew: plan.crew,
    place: plan.placeType ?? 'unknown',
    notice: notice ?? 'none',
    noticeHours: rule.priorNoticeHours ?? 'none asked',
    recording: plan.recording ?? 'none',
    vulnerable: plan.vulnerable ?? 'unknown',
  };
  const unmet = unmetOf(rule, plan);
  if (unmet.length > 0) return { inputs, verdict: 'refuse', unmet };
  if (rule.priorNoticeHours === undefined || notice === undefined) return { inputs, verdict: 'allow' };
  const until = minutesLater(notice, rule.priorNoticeHours * 60);
  return until <= plan.at ? { inputs, verdict: 'allow' } : { inputs, verdict: 'defer', until };
};

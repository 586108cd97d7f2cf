import { mayHandOver } from '../agency/may-hand-over.js';
import type { Partner } from '../agency/partner-register.js';
import type { PlannedNext } from '../case/plan.js';
import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { localDay, startOfDay } from '../calendar/local-time.js';
import { stopsNow } from '../holds/held-days.js';
import { letCaseTurn } from './let-case-turn.js';
import type { LoanWorld } from './loan-world.js';
import { makeContact, tellCase } from './make-contact.js';
import { addOne } from './tally.js';

/** Partners are taken to keep what is proved of them today: nobody simulates their papers. */
const inStanding = (partner: Partner, today: Day): Partner => ({
  ...partner,
  ...(partner.licensedUntil !== undefined && { licensedUntil: addDays(today, 30) }),
  ...(partner.contractUntil !== undefined && { contractUntil: addDays(today, 30) }),
  ...(partner.evaluatedOn !== undefined && { evaluatedOn: addDays(today, -1) }),
  ...(partner.inspectedOn !== undefined && { inspectedOn: addDays(today, -1) }),
  ...(partner.staffTrainedOn !== undefined && { staffTrainedOn: addDays(today, -1) }),
});

const handOver = (world: LoanWorld, plan: PlannedNext, kind: Partner['kind'], partnerId: string): void => {
  const { row, rules, zone, now, kase, tally } = world;
  const partner = rules.partners.get(partnerId);
  const notices = (kase?.notices ?? []).map(({ kind: notice, provedOn }) => {
    const at = startOfDay(provedOn, zone);
    return { notice, sentAt: at, receivedAt: at };
  });
  const stops = kind === 'agency' ? (['escalation', 'contact'] as const) : (['escalation', 'legal'] as const);
  if (stops.some((stop) => stopsNow(kase?.holds ?? [], stop, now).some(({ scope }) => !('point' in scope)))) {
    addOne(tally.refused, 'no-hold');
    return tellCase(world, plan, { result: 'refused', reason: 'held', rules: ['no-hold'] });
  }
  const asked = {
    action: kind === 'agency' ? ('place' as const) : ('sue' as const),
    at: now,
    partner: partner?.kind === kind ? inStanding(partner, localDay(now, zone)) : undefined,
    jurisdiction: row.jurisdiction,
    product: row.product,
    places: [row.jurisdiction],
    zones: [zone],
    notices,
    caseStates: [],
    fields: ['loan', 'overdue'],
  };
  const verdict = mayHandOver(asked, rules.law);
  switch (verdict.verdict) {
    case 'refuse':
      for (const rule of verdict.rules) addOne(tally.refused, rule);
      return tellCase(world, plan, { result: 'refused', reason: verdict.reason, rules: verdict.rules });
    case 'defer':
      for (const rule of verdict.rules) addOne(tally.deferred, rule);
      return tellCase(world, plan, { result: 'deferred', until: verdict.until, rules: verdict.rules });
    case 'allow':
      if (kind === 'law-firm') tally.cost.referral += rules.costs.currencies[row.currency]?.referral ?? 0;
      return tellCase(world, plan, { result: 'done' });
    default:
      return verdict satisfies never;
  }
};

/** Does what the case has planned, as the activities would, and lets the case hear what came of it. */
export const performPlan = (world: LoanWorld, plan: PlannedNext): void => {
  const { act } = plan;
  if (!act || plan.awaiting) return letCaseTurn(world);
  switch (act.kind) {
    case 'send-reminder':
    case 'send-notice':
    case 'place-call':
    case 'arrange-visit':
      return makeContact(world, plan, act);
    case 'place-with-agency':
      return handOver(world, plan, 'agency', act.agencyId);
    case 'refer-to-legal':
      return handOver(world, plan, 'law-firm', act.firmId);
    case 'recall-from-agency':
    case 'withdraw-from-legal':
      return tellCase(world, plan, { result: 'done' });
    case 'verify-loan':
      throw new Error('a simulated case is not verified with servicing');
    default:
      return act satisfies never;
  }
};

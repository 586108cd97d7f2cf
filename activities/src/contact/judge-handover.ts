import { stopsNow } from '@recourse/domain/holds/held-days';
import type { HoldStop } from '@recourse/domain/holds/hold';
import type { PersonRecord } from '../records/person-record.js';
import { begunAct, coverOf } from './begun-act.js';
import { borrowerOf } from './contact-of-act.js';
import type { BeginRead, BeginRequest, BeginVerdict } from './contact-store.js';
import type { Withhold } from './withhold.js';
import type { PlanToBegin } from './plan-to-begin.js';

type HandoverToJudge = { request: BeginRequest; plan: PlanToBegin; read: BeginRead; withhold: Withhold };
type Party = NonNullable<PersonRecord['collectingParty']>;

/**
 * Handing a loan to an agency or law firm, or taking it back. Handing over stops for holds and needs the person free: one collecting
 * party per person at a time (requirements D7). The party is noted already now, so that two placements cannot both find the person free.
 */
export function judgeHandover({ request, plan, read, withhold }: HandoverToJudge): BeginVerdict {
  const { kase, loan, person, now } = read;
  const covers = [coverOf(kase, loan, plan.id)];
  const personId = borrowerOf(loan.terms);
  const act = { ...begunAct(request, plan, read, covers, []), ...(personId !== undefined && { personId }) };
  const handover = handoverOf(plan);
  if (!handover) return { go: true, act, startedTasks: [] };

  const { party, stops } = handover;
  if (!person) return withhold({ result: 'refused', reason: 'unknown-person', rules: [] });
  const [held] = stops.flatMap((stop) => stopsNow([...loan.holds, ...person.holds], stop, now));
  if (held)
    return withhold({ result: 'refused', reason: 'held', rules: [] }, [
      { rule: 'no-hold', hold: held.id, because: held.reason },
    ]);
  const current = person.collectingParty;
  if (current && (current.kind !== party.kind || current.partnerId !== party.partnerId)) {
    return withhold({ result: 'refused', reason: 'placed-elsewhere', rules: ['ONE-COLLECTING-PARTY'] }, [
      { rule: 'one-collecting-party', with: current.partnerId },
    ]);
  }
  return { go: true, act, startedTasks: [], ...(!current && { collectingParty: party }) };
}

/** Who collects after the act and which holds forbid it; undefined for taking back. */
function handoverOf({ id: placementId, act }: PlanToBegin): { party: Party; stops: HoldStop[] } | undefined {
  switch (act.kind) {
    case 'place-with-agency':
      return { party: { kind: 'agency', partnerId: act.agencyId, placementId }, stops: ['escalation', 'contact'] };
    case 'refer-to-legal':
      return { party: { kind: 'law-firm', partnerId: act.firmId, placementId }, stops: ['escalation', 'legal'] };
    case 'recall-from-agency':
    case 'withdraw-from-legal':
      return undefined;
    case 'send-reminder':
    case 'send-notice':
    case 'place-call':
    case 'arrange-visit':
      throw new Error(`${act.kind} is a contact, not a handover`);
    default:
      return act satisfies never;
  }
}

import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { RefusalReason } from '@recourse/domain/contact/refusal';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { BeginRules } from './begin-rules.js';
import { ingestRule } from './begin-rules.js';
import { contactOf } from './contact-of-act.js';
import type { BeginRead, BeginRequest, BeginVerdict } from './contact-store.js';
import { judgeContact } from './judge-contact.js';
import { judgeHandover } from './judge-handover.js';
import type { Withhold } from './withhold.js';
import { takingBackKinds } from './partner-act.js';
import { planToBegin } from './plan-to-begin.js';
import { purposeOf } from './purpose-of.js';

const ingestMinutes = 5;

/**
 * Whether an act may begin now, and all that beginning it writes. Pure: what it may rest on is in `read`, and is written by the
 * same transaction. In order: is this still the plan, has it read every payment, may anyone be contacted, then what the kind of act asks.
 */
export function judgeBegin(request: BeginRequest, rules: BeginRules): (read: BeginRead) => BeginVerdict {
  return (read) => {
    const { loan, now } = read;
    const withhold: Withhold = (because) => ({
      go: false,
      withheld: { ...because, planId: request.planId, actId: request.planId, at: now },
    });
    const refuse = (reason: RefusalReason): BeginVerdict => withhold({ result: 'refused', reason, rules: [] });

    const plan = planToBegin(request, read);
    if (typeof plan === 'string') return refuse(plan);
    if (plan.readPosition !== loan.positionVersion)
      return withhold({ result: 'superseded', positionVersion: loan.positionVersion });
    if (!takingBackKinds.includes(plan.act.kind)) {
      if (read.contactStopped) return refuse('contact-stopped');
      if (loan.unresolved.length > 0) return refuse('unresolved-event');
      if (amountsOn(loan.position, 'now', allocationOf(loan.terms)).arrears <= 0) return refuse('nothing-overdue');
      if (!read.ingestIsCurrent)
        return withhold({ result: 'deferred', until: minutesLater(now, ingestMinutes), rules: [ingestRule] });
    }
    const contact = contactOf(plan.act);
    if (!contact) return judgeHandover({ request, plan, read, rules, withhold });
    if (!('purpose' in plan.act)) return judgeContact({ request, plan, contact, read, rules, withhold });
    const purpose = purposeOf(plan.act, read, rules);
    const verdict = judgeContact({ request, plan, contact: { ...contact, purpose }, read, rules, withhold });
    return verdict.go ? { ...verdict, act: { ...verdict.act, act: { ...plan.act, purpose } } } : verdict;
  };
}

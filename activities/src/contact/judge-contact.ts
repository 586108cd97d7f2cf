import { gateTrace } from '@recourse/domain/contact/gate-trace';
import { isCapped } from '@recourse/domain/contact/purpose-scope';
import { amountsOn } from '@recourse/domain/money/arrears';
import { aboutDebtor } from './about-debtor.js';
import { bearingOf } from './bearing-of.js';
import { begunAct, coverOf } from './begun-act.js';
import type { BeginRules } from './begin-rules.js';
import type { Contact } from './contact-of-act.js';
import type { BeginRead, BeginRequest, BeginVerdict } from './contact-store.js';
import { gateForLoan } from './gate-for-loan.js';
import { joiningLoans } from './joining-loans.js';
import type { Withhold } from './withhold.js';
import { openEntry } from './open-entry.js';
import type { PlanToBegin } from './plan-to-begin.js';
import { renderMessage } from './render-message.js';

type ContactToJudge = {
  request: BeginRequest;
  plan: PlanToBegin;
  contact: Contact;
  read: BeginRead;
  rules: BeginRules;
  withhold: Withhold;
};

/** A contact of a person: one collecting party at a time, the gate, and the loans of the same person that join it. */
export function judgeContact({ request, plan, contact, read, rules, withhold }: ContactToJudge): BeginVerdict {
  const { person, point, debtor, kase, loan, now } = read;
  const gate = gateForLoan(contact, loan, read, rules);
  const trace = gateTrace(now, gate.trace);
  if (gate.verdict === 'refuse')
    return withhold({ result: 'refused', reason: gate.reason, rules: gate.rules, gate: trace });
  if ((person?.collectingParty ?? debtor?.collectingParty) && isCapped(contact.purpose))
    return withhold({ result: 'refused', reason: 'placed-elsewhere', rules: ['ONE-COLLECTING-PARTY'], gate: trace });
  if (gate.verdict === 'defer')
    return withhold({ result: 'deferred', until: gate.until, rules: gate.rules, gate: trace });
  if (!person || !point)
    return withhold({ result: 'refused', reason: person ? 'unknown-point' : 'unknown-person', rules: [] });

  const joining = joiningLoans(plan, request, read, rules.contacts.mergeWindowMinutes).filter(
    (other) =>
      other.plan.readPosition === other.loan.positionVersion &&
      other.loan.unresolved.length === 0 &&
      amountsOn(other.loan.position, 'now').arrears > 0 &&
      gateForLoan(contact, other.loan, read, rules).verdict === 'allow',
  );
  const covers = [
    coverOf(kase, loan, plan.id),
    ...joining.map((other) => coverOf(other.kase, other.loan, other.plan.id)),
  ];
  const template = templateOf(plan);
  const contentHash = template && renderMessage(rules.templates, template, person.language, covers).contentHash;
  const { personId, pointId } = contact;
  const about = aboutDebtor(person, debtor, loan, rules.zones);
  const act = {
    ...begunAct(request, plan, read, covers),
    personId,
    pointId,
    gate: trace,
    blindIndex: point.ofPerson.blindIndex,
    language: person.language,
    ...(about && { about }),
    bearing: bearingOf([loan, ...joining.map((other) => other.loan)], person),
    ...(contentHash && { contentHash, template: `${template}@${rules.templates.byName.get(template)?.version}` }),
  };
  const ownTasks = joining.flatMap(({ task }) => (task && task._id !== request.taskId ? [task._id] : []));
  return {
    go: true,
    act,
    entry: openEntry({
      actId: act._id,
      at: now,
      contact,
      person,
      ofPerson: point.ofPerson,
      loans: [loan, ...joining.map((other) => other.loan)],
      trace: gate.trace,
      sender: 'own',
    }),
    startedTasks: request.taskId === undefined ? [] : [request.taskId, ...ownTasks],
  };
}

/** The words of a message; undefined for what people and partners do. */
export function templateOf({ act }: Pick<PlanToBegin, 'act'>): string | undefined {
  if (act.kind === 'place-call') return act.by === 'desk' ? undefined : 'call-script';
  return 'template' in act ? act.template : undefined;
}

import { gateTrace, type GateTrace } from '@recourse/domain/contact/gate-trace';
import { isTelephone } from '@recourse/domain/contact/is-telephone';
import { dialOpen, oneCall } from '@recourse/domain/contact/one-call';
import { isCapped } from '@recourse/domain/contact/purpose-scope';
import { aboutDebtor } from './about-debtor.js';
import { bearingOf } from './bearing-of.js';
import { begunAct, coverOf } from './begun-act.js';
import type { BeginRules } from './begin-rules.js';
import { byPeople, type Contact } from './contact-of-act.js';
import type { BeginRead, BeginRequest, BeginVerdict } from './contact-store.js';
import { gateForLoan, type LoanVerdict } from './gate-for-loan.js';
import { joiningLoans } from './joining-loans.js';
import { judgeJoining, notJoinedNote } from './judge-joining.js';
import type { Withhold } from './withhold.js';
import { languageOf } from './language-of.js';
import { openEntry } from './open-entry.js';
import type { PlanToBegin } from './plan-to-begin.js';
import { purposeOf } from './purpose-of.js';
import { renderMessage } from './render-message.js';
import { callScript, type ContactSender } from './what-is-said.js';

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
  const sender = senderOf(plan, contact, read, rules);
  const { template } = sender;
  const gate = gateForLoan(contact, loan, read, rules, sender);
  // Offered to people nothing rings yet: whoever starts it asks again.
  const rings = isTelephone(contact.channel) && (request.taskId !== undefined || !byPeople(contact));
  const alone = rings ? oneCall(read.openCalls, now, rules.contacts.longestCallMinutes) : undefined;
  const traceOf = ({ askedAt, trace: answers }: LoanVerdict): GateTrace =>
    gateTrace(askedAt, alone ? [...answers, alone] : answers);
  const trace = traceOf(gate);
  if (gate.verdict === 'refuse')
    return withhold({ result: 'refused', reason: gate.reason, rules: gate.rules, gate: trace });
  if ((person?.collectingParty ?? debtor?.collectingParty) && isCapped(contact.purpose))
    return withhold({ result: 'refused', reason: 'placed-elsewhere', rules: ['ONE-COLLECTING-PARTY'], gate: trace });
  if (gate.verdict === 'defer')
    return withhold({ result: 'deferred', until: gate.until, rules: gate.rules, gate: trace });
  if (alone?.verdict === 'defer') {
    // The other call may end at night.
    const after = gateForLoan(contact, loan, read, rules, sender, [alone]);
    if (after.verdict === 'refuse')
      return withhold({ result: 'refused', reason: after.reason, rules: after.rules, gate: trace });
    const { until } = after.verdict === 'defer' ? after : alone;
    return withhold({ result: 'deferred', until, rules: [dialOpen], gate: trace });
  }
  if (!person || !point)
    return withhold({ result: 'refused', reason: person ? 'unknown-point' : 'unknown-person', rules: [] });

  const others = joiningLoans(plan, request, read, rules.contacts.mergeWindowMinutes).map((other) => ({
    ...other,
    judged: judgeJoining(other, contact.purpose, {
      purpose: ({ plan: { act }, ...about }) =>
        'purpose' in act ? purposeOf(act, { ...read, ...about }, rules) : contact.purpose,
      ask: (theirs) => gateForLoan(contact, theirs, read, rules, sender),
    }),
  }));
  const joining = others.flatMap(({ judged, ...other }) => (judged.joins ? [{ ...other, gate: judged.gate }] : []));
  const covers = [
    coverOf(kase, loan, plan.id, now),
    ...joining.map((other) => ({
      ...coverOf(other.kase, other.loan, other.plan.id, now),
      gate: traceOf(other.gate),
    })),
  ];
  const language = languageOf(person);
  const contentHash = template && renderMessage(rules.templates, template, language, covers).contentHash;
  const { personId, pointId } = contact;
  const about = aboutDebtor(person, debtor, loan, rules.zones);
  const act = {
    ...begunAct(request, plan, read, covers),
    personId,
    pointId,
    gate: trace,
    blindIndex: point.ofPerson.blindIndex,
    language,
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
      traces: [gate, ...joining.map((other) => other.gate)].map(({ trace: answers }) => answers),
      sender: 'own',
    }),
    startedTasks: request.taskId === undefined ? [] : [request.taskId, ...ownTasks],
    notes: others.flatMap(({ judged, ...other }) => (judged.joins ? [] : [notJoinedNote(other, act._id, now, judged)])),
  };
}

/** The words of a message; undefined for what people and partners do. */
export function templateOf({ act }: Pick<PlanToBegin, 'act'>): string | undefined {
  if (act.kind === 'place-call') return act.by === 'desk' ? undefined : callScript;
  return 'template' in act ? act.template : undefined;
}

/** We, by the plan's template; where the law does not let it be the first a person gets, by the one that takes its place then. */
function senderOf(plan: PlanToBegin, contact: Contact, read: BeginRead, rules: BeginRules): ContactSender {
  const actor = 'first-party' as const;
  const template = templateOf(plan);
  if (template === undefined) return { actor };
  const asFirst = rules.templates.byName.get(template)?.asFirst;
  const planned = { actor, template };
  if (asFirst === undefined) return planned;
  const verdict = gateForLoan(contact, read.loan, read, rules, planned);
  return verdict.verdict === 'refuse' && verdict.reason === 'content-not-lawful'
    ? { actor, template: asFirst }
    : planned;
}

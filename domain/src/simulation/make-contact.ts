import type { ActOutcome } from '../case/act-outcome.js';
import type { PlannedNext } from '../case/plan.js';
import { addDays, dayNumber } from '../calendar/day-arithmetic.js';
import { localDay, minutesLater } from '../calendar/local-time.js';
import { holdsOfOutcome } from '../contact/holds-of-outcome.js';
import { lawfulContact } from '../contact/lawful-contact.js';
import type { LedgerEntry } from '../contact/ledger-entry.js';
import { outcomeTable } from '../contact/outcome-table.js';
import { isCapped } from '../contact/purpose-scope.js';
import type { Hold } from '../holds/hold.js';
import { stepsOf } from '../strategy/steps-of.js';
import { readPlanId } from '../case/case-id.js';
import { answerToContact, type Answer } from './answer-to-contact.js';
import { askOfContact, contactOf, templateOf, type Contact, type ContactAct } from './ask-of-contact.js';
import { letCaseTurn } from './let-case-turn.js';
import { countUp, type LoanWorld } from './loan-world.js';
import { respondToContact } from './respond-to-contact.js';
import { addOne } from './tally.js';

const ledgerMinutes = 91 * 1_440;
const usualTaskHours = 24;

type Told = ActOutcome extends infer O ? (O extends ActOutcome ? Omit<O, 'planId' | 'actId' | 'at'> : never) : never;

/** The case hears what an act came to. */
export const tellCase = (world: LoanWorld, plan: PlannedNext, told: Told, holds: Hold[] = []): void => {
  const outcome = { planId: plan.id, actId: plan.id, at: world.now, ...told } as ActOutcome;
  const itemId = `${plan.id}@${world.now}`;
  letCaseTurn(world, [{ itemId, at: world.now, kind: 'act-outcome', outcome, ...(holds.length > 0 && { holds }) }]);
};

/** `reached` of a message: it arrived. */
const resultsOf = (
  answer: Answer,
): Pick<LedgerEntry, 'connected' | 'conversation' | 'rightParty'> & { reached: boolean } => {
  if (answer === 'delivered') return { connected: true, conversation: false, rightParty: false, reached: true };
  if (answer === 'failed') return { connected: false, conversation: false, rightParty: false, reached: false };
  if (answer === 'unknown') return { connected: true, conversation: true, rightParty: true, reached: false };
  const { connected, conversation, rightParty } = outcomeTable[answer];
  return { connected, conversation, rightParty, reached: rightParty };
};

const enterInLedger = (world: LoanWorld, plan: PlannedNext, contact: Contact, answer: Answer): void => {
  const { row, now } = world;
  const { channel, purpose, pointId } = contact;
  const { reached: _told, ...results } = resultsOf(answer);
  const oldest = minutesLater(now, -ledgerMinutes);
  const placeType = contact.channel === 'visit' ? { placeType: 'home' as const } : {};
  const entry: LedgerEntry = {
    actId: plan.id,
    at: now,
    channel,
    purpose,
    pointId,
    open: answer === 'unknown',
    ...results,
    loans: [row.loan],
    party: 'borrower',
    sender: 'own',
    ...placeType,
  };
  world.ledger = [...world.ledger.filter(({ at }) => at > oldest), entry];
};

/** Holds that only somebody's work ends are ended so many days later. */
const resolveLater = (world: LoanWorld, holds: readonly Hold[]): void => {
  const { resolvedAfterDays } = world.rules.model;
  for (const { id, reason } of holds) {
    const days = resolvedAfterDays[reason];
    if (days === undefined) continue;
    const on = dayNumber(addDays(localDay(world.now, world.zone), Math.max(1, days)));
    world.resolves.set(on, [...(world.resolves.get(on) ?? []), id]);
  }
};

const hearAnswer = (world: LoanWorld, plan: PlannedNext, contact: Contact, nth: number, answer: Answer): void => {
  const { row, rules, now } = world;
  const { personId: person, pointId: point } = contact;
  const details = respondToContact(world, contact.channel, nth, answer);
  if (answer === 'unknown') {
    const itemId = `${plan.id}@${now}`;
    return letCaseTurn(world, [{ itemId, at: now, kind: 'act-unanswered', planId: plan.id, begun: true }]);
  }
  if (answer === 'delivered' || answer === 'failed') return tellCase(world, plan, { result: answer });
  if (outcomeTable[answer].pointInvalid)
    world.points = world.points.map((each) =>
      each.pointId === point ? { ...each, valid: false, invalidSince: localDay(now, world.zone) } : each,
    );
  const bearing = { law: rules.law, at: now, places: [row.jurisdiction], products: [row.product] };
  const holds = holdsOfOutcome(answer, `${plan.id}@${now}`, { loans: [row.loan], person, point }, bearing);
  resolveLater(world, holds);
  tellCase(world, plan, { result: 'answered', code: answer, ...(details && { details }) }, holds);
};

/** Work for people that nobody gets round to stays open until its time is over. */
const isMissed = (world: LoanWorld, { channel }: Contact, plan: PlannedNext): boolean => {
  if (channel !== 'call' && channel !== 'visit') return false;
  if (world.throws('task', countUp(world, 'task')) * 100 >= world.rules.model.tasksMissed) return false;
  const { step } = readPlanId(plan.id);
  const hours = stepsOf(world.rules.strategy).find((each) => each.step === step)?.taskHours ?? usualTaskHours;
  tellCase(world, plan, { result: 'offered', to: 'desk', deadline: minutesLater(world.now, hours * 60) });
  return true;
};

/**
 * Contacts the borrower as the plan says, if the gate lets it: nobody is contacted whom it refuses, and its answer is counted by rule. The
 * outcome is known at the same instant, but for messages of which nothing is ever heard and tasks that nobody does.
 */
export const makeContact = (world: LoanWorld, plan: PlannedNext, act: ContactAct): void => {
  const { tally, rules, row, kase } = world;
  const contact = contactOf(world, act);
  const template = templateOf(act);
  const asFirst = template === undefined ? undefined : rules.templates.get(template)?.asFirst;
  let ask = askOfContact(world, contact, template);
  let verdict = lawfulContact(ask, rules.contacts.visits);
  if (asFirst !== undefined && verdict.verdict === 'refuse' && verdict.reason === 'content-not-lawful') {
    ask = askOfContact(world, contact, asFirst);
    verdict = lawfulContact(ask, rules.contacts.visits);
  }
  if (verdict.verdict === 'refuse') {
    for (const rule of verdict.rules) addOne(tally.refused, rule);
    return tellCase(world, plan, { result: 'refused', reason: verdict.reason, rules: verdict.rules });
  }
  if (kase?.handedTo?.kind === 'agency' && isCapped(contact.purpose)) {
    const rules = ['ONE-COLLECTING-PARTY'];
    addOne(tally.refused, 'ONE-COLLECTING-PARTY');
    return tellCase(world, plan, { result: 'refused', reason: 'placed-elsewhere', rules });
  }
  if (verdict.verdict === 'defer') {
    for (const rule of verdict.rules) addOne(tally.deferred, rule);
    return tellCase(world, plan, { result: 'deferred', until: verdict.until, rules: verdict.rules });
  }
  if (isMissed(world, contact, plan)) return;
  world.watch.onContact?.(ask, world);
  const { channel } = contact;
  const nth = countUp(world, channel);
  const answer = answerToContact(world, channel, nth);
  tally.contacts[channel].made += 1;
  if (resultsOf(answer).reached) tally.contacts[channel].reached += 1;
  tally.cost.contacts += rules.costs.currencies[row.currency]?.perContact[channel] ?? 0;
  enterInLedger(world, plan, contact, answer);
  hearAnswer(world, plan, contact, nth, answer);
};

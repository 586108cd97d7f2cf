import type { ActOutcome, OutcomeDetails } from '@recourse/domain/case/act-outcome';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { holdsOfOutcome } from '@recourse/domain/contact/holds-of-outcome';
import type { HoldBearing } from '@recourse/domain/holds/widened-hold';
import type { Law } from '@recourse/domain/law/law';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import type { Party } from '@recourse/domain/contact/party';
import { isThirdParty } from '@recourse/domain/contact/is-third-party';
import { wordOfThirdParty } from '@recourse/domain/contact/word-of-third-party';
import { isTakenFrom, takesBack, type ToldWishes, type Wish } from '@recourse/domain/contact/wish';
import { outcomeTable } from '@recourse/domain/contact/outcome-table';
import type { ActRecord } from '../records/act-record.js';
import type { ConcludeEffects, ConcludeResult, Concluding, Conclusion, ContactStore } from './contact-store.js';
import { outcomeItemId } from './outcome-item-id.js';

/**
 * What is told of an act: by a provider's receipt, by the one who called or went, or found by asking.
 * `never-sent`: it is certain that nothing went out. `unknown`: nobody will ever know.
 */
export type AttemptReport =
  | { status: 'delivered' | 'failed' | 'done' | 'unknown' | 'never-sent'; at: Instant }
  /** By the law of where the loans and the person are the holds it places may be wider than the outcome table says. */
  | { code: OutcomeCode; details?: OutcomeDetails; wishes?: readonly Wish[]; at: Instant; law: Law };

/**
 * Concludes an act with what was told of it: outcome, ledger, holds, an item for each covered case, all at once. The first report stays.
 * `ring`: the cases with news; ring them after this has returned.
 */
export function concludeAttempt(
  contacts: Pick<ContactStore, 'conclude'>,
  actId: string,
  report: AttemptReport,
): Promise<ConcludeResult> {
  return contacts.conclude(actId, (concluding) => judgeReport(report, concluding));
}

/**
 * What a report makes of an act: its outcome, and what that changes of ledger, holds and point. Of the wishes it tells those that take a right
 * back count even where its outcome comes too late. Pure.
 */
export function judgeReport(report: AttemptReport, { act, now }: Concluding): Conclusion {
  const { outcome, effects } = whatCameOfIt(report, act, now);
  // Unknown was our guess: who then says that the debtor has died must be heard. What was known stays as it was first told.
  const guessed = act.outcome?.result === 'unknown' && outcome.result !== 'unknown' && !effects.neverSent;
  const { at } = outcome;
  const wishes = 'code' in report ? (report.wishes ?? []).filter((wish) => isTakenFrom(report.code, wish)) : [];
  if (act.status === 'concluded' && !guessed) return { known: true, ...heardOf(wishes.filter(takesBack), at, now) };
  // A call that never came about is no news: its task is free again.
  const tellCases = !(effects.neverSent && act.taskId !== undefined);
  return { known: false, outcome, effects, tellCases, ...heardOf(wishes, at, now) };
}

const heardOf = (wishes: readonly Wish[], at: Instant, now: Instant): { heard?: ToldWishes } =>
  wishes.length === 0 ? {} : { heard: { wishes, at, ...(at < now && { heardAt: now }) } };

function whatCameOfIt(
  report: AttemptReport,
  act: ActRecord,
  now: Instant,
): { outcome: ActOutcome; effects: ConcludeEffects } {
  const actId = act._id;
  // A provider's clock may run ahead of the tenant's, and nothing comes of an attempt before it was made.
  const told = report.at < now ? report.at : now;
  const at = told < act.begunAt ? act.begunAt : told;
  const { gate, contentHash: hash, template, personId } = act;
  const isUnplanned = act.permit !== undefined || act.reportedBy !== undefined;
  const outcome = {
    planId: actId,
    actId,
    at,
    ...(gate && { gate }),
    ...(isUnplanned && personId !== undefined && { reached: personId }),
    ...(hash && { message: { hash, ...(template && { template }) } }),
  };
  if (!('code' in report)) {
    const result = report.status === 'never-sent' ? 'provider-unavailable' : report.status;
    return { outcome: { ...outcome, result }, effects: effectsOfStatus(report.status) };
  }
  const { code, details, law } = report;
  const answered: ActOutcome = { ...outcome, result: 'answered', code, ...(details && { details }) };
  return {
    outcome: answered,
    effects: effectsOfCode(act, code, { law, at: now, places: [], products: [], ...act.bearing }),
  };
}

function effectsOfStatus(status: Extract<AttemptReport, { status: string }>['status']): ConcludeEffects {
  const nothing = { neverSent: false, holds: [], pointInvalid: false };
  switch (status) {
    case 'delivered':
    case 'done':
      return { ...nothing, entry: { connected: true, conversation: false, rightParty: false } };
    case 'failed':
      return { ...nothing, entry: { connected: false, conversation: false, rightParty: false } };
    case 'unknown':
      return nothing;
    case 'never-sent':
      return { ...nothing, neverSent: true };
    default:
      return status satisfies never;
  }
}

/** Who is liable speaks for themselves, also where a paper relates them to another debtor. */
const owesItself: readonly Party[] = ['borrower', 'co-borrower', 'guarantor'];

/** What outcome table and law say of a code, as it applies to the act's person, point and loans. */
function effectsOfCode(act: ActRecord, code: OutcomeCode, bearing: HoldBearing): ConcludeEffects {
  const { connected, conversation, rightParty, pointInvalid } = outcomeTable[code];
  const { personId, pointId: point, about } = act;
  const word = about && !owesItself.includes(about.party) ? wordOfThirdParty(code) : undefined;
  const person = word?.about === 'debtor' ? about?.personId : personId;
  const loans = act.covers.map(({ loanId }) => loanId);
  const reached = { loans, ...(person && { person }), ...(point && { point }) };
  const holds = holdsOfOutcome(code, outcomeItemId(act), reached, bearing);
  return {
    entry: { connected, conversation, rightParty, ...voicemailOf(code) },
    neverSent: false,
    holds,
    pointInvalid: pointInvalid ?? false,
    ...(about && word?.refuses && isThirdParty(about.party) && { refusedForEver: true }),
  };
}

/** Of a code that does not say whether the dialled number was reached it stays unknown, and a rule that counts calls counts it. */
function voicemailOf(code: OutcomeCode): Pick<LedgerEntry, 'voicemail'> {
  if (code === 'voicemail') return { voicemail: true };
  return code === 'busy' || code === 'powered-off' || code === 'invalid-number' ? { voicemail: false } : {};
}

import { actWords } from './act-words.js';
import { byLawWords } from './by-law-words.js';
import { broughtWords } from './brought-words.js';
import { amountWords } from './amount-words.js';
import { contractSayings } from './contract-sayings.js';
import { arrangementSayings } from './arrangement-sayings.js';
import { creditToldWords } from './credit-words.js';
import { matterSayings } from './matter-sayings.js';
import {
  breachWords,
  handBackWords,
  ignoredWords,
  lapseWords,
  outcomeWords,
  taskWords,
  unmetWords,
} from './detail-words.js';
import { endSayings } from './end-sayings.js';
import type { FactSayings } from './fact-sayings.js';
import { holdWords } from './hold-words.js';
import { momentWords } from './moment-words.js';
import { planWords } from './plan-words.js';
import { judgedWords, promiseRefusalWords, promisesWords } from './promise-words.js';
import { differing, mismatchWords, sourceWords, troubleWords, waitWords } from './verification-words.js';
import { repairedBecauseWords, repairedWords } from './repaired-words.js';
import { findingWords, locateSourceWords, unreachableWords } from './search-words.js';
import { causeWords, endingWords, stageWords } from './stage-words.js';
import { notJoinedWords, permitWithheldWords } from './withheld-words.js';
import { wishWords } from './wish-words.js';

const stage = stageWords.en;

export const factsInEnglish: FactSayings = {
  'case-opened': ({ anchorOn, graceEndsAt, carried, terms }, { zone }) =>
    `Case opened${carried && carried.round > 0 ? ' again' : ''}: unpaid since ${anchorOn}; nothing is done before grace ends (${momentWords(graceEndsAt, zone)}).${byLawWords(terms.byLaw, 'en')}`,
  'terms-noted': ({ terms, graceEndsAt, round, onlyLaw }, { zone }) =>
    onlyLaw
      ? `The law was asked of the terms, version ${terms.version}.${byLawWords(terms.byLaw, 'en')}`
      : `New terms, version ${terms.version}: days counted in ${terms.zone}, grace until ${momentWords(graceEndsAt, zone)}${round === undefined ? '' : '; another borrower, with whom the stage begins anew'}.${byLawWords(terms.byLaw, 'en')}`,
  'records-merged': ({ from, into }) => `${from} is the same person as ${into}, and goes by that name from here on.`,
  'history-taken-on': ({ asOf, contactsToldUntil, told }, { zone }) =>
    `Taken on${told ? ` with ${broughtWords.en(told)}` : ''} as the books stood on ${asOf}; contacts before ${contactsToldUntil ? `${momentWords(contactsToldUntil, zone)} are told` : 'us are not all known'}.`,
  'strategy-pinned': ({ strategy, segment }) =>
    `Treated by strategy ${strategy.name} version ${strategy.version}, segment ${segment}.`,
  'position-noted': ({ arrears, currency, dpd, bucket, late }) =>
    `Owes ${amountWords(arrears, currency, 'en')} overdue, ${dpd} days past due (${bucket}).${late ? ` With ${amountWords(late.late, currency, 'en')} charged for lateness until ${late.asOf}: ${amountWords(late.owed, currency, 'en')}.` : ''}`,
  'stage-entered': ({ stage: to, from, because }) =>
    `Entered stage ${stage[to]}${from ? ` from ${stage[from]}` : ''}: ${causeWords.en[because]}.`,
  'stage-kept': ({ stage: here }) => `Stays in stage ${stage[here]} though the arrears were reduced.`,
  'stage-passed-over': ({ stage: over, criteria }) =>
    `Passed over stage ${stage[over]}: ${unmetWords(criteria, 'en')}.`,
  'step-planned': ({ plan }, { zone }) =>
    'ending' in plan
      ? `Nothing more is planned: ${endingWords.en[plan.ending]}.`
      : `Next: ${plan.act && !plan.awaiting ? actWords(plan.act, 'en') : 'review'} at ${momentWords(plan.dueAt, zone)} (${planWords(plan.because, 'en')}).`,
  'step-lapsed': ({ step, because }) => `Step ${step} dropped: ${lapseWords.en[because]}.`,
  'try-missed': ({ because }) => `The task was not done: ${taskWords.en[because]}.`,
  'step-done': ({ step }) => `Step ${step} done.`,
  'contact-withheld': ({ outcome }, told) => `No contact made: ${outcomeWords(outcome, told, 'en')}.`,
  'start-withheld': ({ by, outcome }, told) =>
    `Start of a task not let happen, for ${by}: ${outcomeWords(outcome, told, 'en')}.`,
  'permit-withheld': (withheld, told) => `${permitWithheldWords.en(withheld, told)}.`,
  'contact-not-joined': (notJoined, told) =>
    `Not spoken of in a contact of the same person, ${notJoinedWords(notJoined, told, 'en')}.`,
  'credit-noted': (told) => `${creditToldWords.en(told)}.`,
  'contact-concluded': ({ act, outcome }, told) =>
    `${capital(act ? actWords(act, 'en') : 'contact')}: ${outcomeWords(outcome, told, 'en')}.`,
  'act-awaited': ({ awaiting, until }, { zone }) =>
    `Waiting for ${awaiting === 'receipt' ? 'the receipt' : 'the task'} until ${momentWords(until, zone)}.`,
  'alternative-called-in': ({ step, from }) => `Step ${step} takes the place of ${from}.`,
  'notice-given': ({ notice }) =>
    `Notice "${notice.kind}" is given, proved on ${notice.provedOn} (instalments ${notice.instalments.join(', ')}).`,
  'loan-verified': ({ by }) =>
    by === 'servicing' ? 'Verified with servicing.' : 'Verified by a person: goes on with what the events say.',
  'loan-mismatched': ({ field, ours, theirs }, { currency }) =>
    `Servicing differs in ${mismatchWords.en[field]}: ours ${differing(field, ours, currency, 'en')}, theirs ${differing(field, theirs, currency, 'en')}.`,
  'verification-awaited': ({ from, because, until, field, reason }, { zone }) =>
    `${because === 'news' ? 'Asks' : 'Waits for'} ${sourceWords.en[from]}: ${waitWords.en[because]}${troubleWords.en(field, reason)}; until ${momentWords(until, zone)}.`,
  'task-opened': ({ to, deadline }, { zone }) => `Task for ${to}, until ${momentWords(deadline, zone)}.`,
  'task-closed': ({ because }) => `Task closed: ${taskWords.en[because]}.`,
  'hold-placed': ({ hold }, { zone }) =>
    `On hold for ${holdWords.en[hold.reason]}: stops ${hold.stops.join(', ')}${hold.until ? `, until ${momentWords(hold.until, zone)}` : ''}.`,
  'hold-ended': ({ holdId }, { holds }) => {
    const reason = holds?.get(holdId);
    return reason === undefined ? 'Hold ended.' : `Hold for ${holdWords.en[reason]} ended.`;
  },
  'promise-made': ({ promise }, { currency }) => `Promised ${promisesWords([promise], currency, 'en')}.`,
  'promise-judged': ({ state, was, received }, { currency }) =>
    `${judgedWords.en(state, was)}: ${amountWords(received, currency, 'en')} received.`,
  'promise-replaced': ({ received }, { currency }) =>
    `Promise replaced by another; ${amountWords(received, currency, 'en')} had come for it.`,
  'promise-refused': ({ told, because }, { currency }) =>
    `Promise of ${promisesWords(told, currency, 'en')} not taken: ${promiseRefusalWords.en[because]}.`,
  ...arrangementSayings.en,
  ...contractSayings.en,
  ...matterSayings.en,
  ...endSayings.en,
  'call-back-agreed': ({ callBackAt }, { zone }) => `Call back agreed for ${momentWords(callBackAt, zone)}.`,
  'refusal-recorded': ({ on }) => `Refusal to pay recorded on ${on}.`,
  'failed-call-noted': ({ on }) => `A call on ${on} did not reach the borrower.`,
  'loan-ended': ({ ending }) => `Servicing closed the loan: ${endingWords.en[ending]}.`,
  'loan-reopened': ({ ending }) => `The loan is open again: ${endingWords.en[ending]} no longer holds.`,
  'handed-over': ({ to }) => `Handed over to ${to.kind === 'agency' ? 'agency' : 'law firm'} ${to.partnerId}.`,
  'handed-back': ({ because }) => `Back from outside: ${handBackWords.en[because]}.`,
  'unreachable-proved': (proof) => `The borrower is unreachable: ${unreachableWords.en(proof)}.`,
  'borrower-searched': ({ searched }) =>
    `Looked for in ${searched.map(({ source, found }) => `${locateSourceWords.en[source]} (${findingWords.en[found]})`).join(', ')}.`,
  'borrower-located': ({ source, basis }) =>
    `A number of the borrower was found in ${locateSourceWords.en[source]} (${basis}).`,
  'breach-opened': ({ kind, placementId }) =>
    `Breach opened: ${breachWords.en[kind]}, told of placement ${placementId}.`,
  'wishes-noted': ({ personId, wishes }) => `Asked for by ${personId}: ${wishWords(wishes, 'en')}.`,
  'input-noted': ({ kind, ignored }) => `Taken note of ${kind}${ignored ? `: ${ignoredWords.en[ignored]}` : ''}.`,
  'case-repaired': ({ what, because }) =>
    `Repaired from the journal: ${repairedWords.en[what]}, which ${repairedBecauseWords.en[because]}.`,
  'case-closed': ({ ending }) => `Case closed: ${endingWords.en[ending]}.`,
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

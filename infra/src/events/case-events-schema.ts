import type { CaseFact, CaseFactType } from '@recourse/domain/case/case-facts';
import { z } from 'zod';
import { arrangementFacts } from './arrangement-facts-schema.js';
import { carryShape } from './carry-shape.js';
import { creditNoted } from './credit-fact-schema.js';
import { fact } from './case-fact-schema.js';
import { endFacts } from './end-facts-schema.js';
import {
  channel,
  criterion,
  day,
  ending,
  handedTo,
  hold,
  instant,
  lapseBecause,
  lateOwedShape,
  minor,
  plan,
  stage,
  stageCause,
  terms,
  text,
  whole,
  zoneSlice,
} from './case-shapes-schema.js';
import { matterFacts } from './matter-facts-schema.js';
import { contactFacts } from './contact-facts-schema.js';
import { contractFacts } from './contract-facts-schema.js';
import { promiseFacts } from './promise-facts-schema.js';
import { searchFacts } from './search-facts-schema.js';
import { mismatched, verificationAwaited } from './verification-shapes-schema.js';
import { withheldFacts } from './withheld-facts-schema.js';

/** What a case states of itself, by name. Fields are only ever added; a breaking change is a new `v` and a new type. */
export const caseFacts = {
  'case-opened': fact('case-opened', 'An overdue episode of a loan began.', {
    caseId: text,
    round: whole,
    terms,
    zone: zoneSlice,
    anchorOn: day,
    graceEndsAt: instant,
    carried: carryShape.exactOptional(),
  }),
  'terms-noted': fact('terms-noted', 'The terms of the loan, or the rules of its zone, are other than they were.', {
    terms,
    zone: zoneSlice,
    graceEndsAt: instant,
    round: whole.exactOptional().describe('Another borrower: the stage is walked anew, in this round.'),
    onlyLaw: z.literal(true).exactOptional().describe('The terms are as they were: the law was asked of them now.'),
  }),
  'records-merged': fact('records-merged', 'Two records of one human became one: whoever was `from` is `into`.', {
    from: text,
    into: text,
    points: z.record(text, text).describe('What the points of `from` are called now.'),
  }),
  'history-taken-on': fact(
    'history-taken-on',
    'Somebody else collected the loan before; what of it the case goes by.',
    {
      asOf: day,
      walkedUntil: instant.describe('How far somebody else has led the case up the ladder.'),
      lastContactOn: z.partialRecord(channel, day),
      failedCallDays: z.array(day),
      refusedOn: day.exactOptional(),
      contactsToldUntil: instant.exactOptional(),
      told: z
        .object({ payments: whole, contacts: whole, notices: whole, holds: whole })
        .exactOptional()
        .describe('How much was told.'),
    },
  ),
  'strategy-pinned': fact('strategy-pinned', 'The strategy the case follows.', {
    strategy: z.object({ name: text, version: whole, hash: text }),
    segment: text,
  }),
  'position-noted': fact('position-noted', 'What the case knew of the money when it decided.', {
    positionVersion: whole,
    arrears: minor,
    currency: text,
    dpd: whole,
    bucket: text,
    anchorOn: day,
    unpaidInstalments: z.array(whole),
    oldestUnpaidDueOn: day.exactOptional(),
    late: lateOwedShape.exactOptional(),
  }),
  'stage-entered': fact('stage-entered', 'The case entered a stage, with its cause.', {
    stage,
    from: stage.exactOptional(),
    because: stageCause,
    round: whole,
    criteria: z.array(criterion),
    promises: z.array(text).exactOptional().describe('The broken promises that led there.'),
  }),
  'stage-kept': fact(
    'stage-kept',
    'Younger arrears belong to a stage below; the strategy keeps the case in this one.',
    {
      stage,
      round: whole,
      because: z.literal('arrears-reduced'),
    },
  ),
  'stage-passed-over': fact('stage-passed-over', 'A stage was not entered, with the criteria that failed.', {
    stage,
    round: whole,
    criteria: z.array(criterion),
  }),
  'step-planned': fact('step-planned', 'What the case will do next, and when.', { plan }),
  'step-lapsed': fact('step-lapsed', 'A step will not be done in this round.', {
    round: whole,
    step: text,
    because: lapseBecause,
  }),
  'step-done': fact('step-done', 'A step is done.', { round: whole, step: text, by: text }),
  ...withheldFacts,
  'credit-noted': creditNoted,
  ...contactFacts,
  'loan-verified': fact('loan-verified', 'What servicing says agrees with its events, or a person has settled it.', {
    by: z.enum(['servicing', 'person']),
    positionVersion: whole,
  }),
  'loan-mismatched': fact('loan-mismatched', 'What servicing says differs from its events.', mismatched),
  'verification-awaited': fact(
    'verification-awaited',
    'Servicing or the directory is asked again then.',
    verificationAwaited,
  ),
  'task-opened': fact('task-opened', 'Work was offered to people.', { taskId: text, to: text, deadline: instant }),
  'task-closed': fact('task-closed', 'That work is over.', {
    taskId: text,
    because: z.enum(['answered', 'missed', 'withdrawn']),
  }),
  'hold-placed': fact('hold-placed', 'A reason that stops contact or clocks.', { hold }),
  'hold-ended': fact('hold-ended', 'That reason is gone.', { holdId: text }),
  ...promiseFacts,
  ...arrangementFacts,
  ...contractFacts,
  ...matterFacts,
  ...endFacts,
  'call-back-agreed': fact('call-back-agreed', 'A time to call back was agreed.', {
    round: whole,
    step: text,
    callBackAt: instant,
  }),
  'refusal-recorded': fact('refusal-recorded', 'The debtor refused to pay.', { on: day }),
  'failed-call-noted': fact('failed-call-noted', 'Every call of a day failed.', { on: day }),
  'loan-ended': fact('loan-ended', 'Servicing closed the loan.', { ending }),
  'loan-reopened': fact('loan-reopened', 'Money that had closed the loan was taken back.', { ending }),
  'handed-over': fact('handed-over', 'Placed with an agency or referred to a law firm.', { to: handedTo }),
  'handed-back': fact('handed-back', 'It came back.', {
    placementId: text,
    because: z.enum(['returned', 'recalled', 'withdrawn']),
  }),
  ...searchFacts,
  'breach-opened': fact('breach-opened', 'Somebody broke a rule of collecting; a person must look into it.', {
    kind: z.enum(['contact-without-permit', 'complaint-upheld']),
    actId: text,
    placementId: text,
  }),
  'wishes-noted': fact(
    'wishes-noted',
    'Somebody asked for or agreed to something about being contacted; what exactly is kept with the person.',
    {
      personId: text,
      actId: text.describe('The contact in which it was said, or that was answered.'),
      wishes: z.array(
        z.object({
          wish: z.enum(['opt-out', 'consent', 'agreed-time', 'inconvenient-time', 'inconvenient-place', 'language']),
          channel: channel.exactOptional(),
        }),
      ),
    },
  ),
  'input-noted': fact('input-noted', 'Something was heard; `ignored` says why it changed nothing.', {
    kind: text,
    ignored: z
      .enum(['already-known', 'not-current', 'unknown-hold', 'matter-not-closed', 'kept-by-the-case'])
      .exactOptional(),
  }),
  'case-repaired': fact(
    'case-repaired',
    'Something kept of the case was lost or wrong, and was restored from its journal.',
    {
      what: z.enum(['case-document', 'workflow', 'open-case', 'relay-position', 'task']),
      because: z.enum(['missing', 'differs']),
    },
  ),
  'case-closed': fact('case-closed', 'The episode ended.', { ending, carry: carryShape }),
} satisfies { [T in CaseFactType]: z.ZodType<Extract<CaseFact, { type: T }>> };

/** Every field of every fact has its place in the contract: a missing one does not compile. */
type Missing = {
  [T in CaseFactType]: Exclude<keyof Extract<CaseFact, { type: T }>, keyof z.output<(typeof caseFacts)[T]>>;
}[CaseFactType];
const nothingMissing: Missing[] = [] satisfies never[];
void nothingMissing;

/** The data of every event on the case events topic: one journal entry. The hash chain can be checked by anyone. */
export const caseEventData = (name: CaseFactType) =>
  z.object({
    caseId: text,
    seq: whole.describe('From 1, without gaps, per case.'),
    fact: caseFacts[name],
    consumedThrough: whole.describe('The last inbox number read by the turn that stated it.'),
    actor: text.describe('`case`, or who caused it.'),
    prevHash: text,
    hash: text.describe('SHA-256 over the canonical JSON (RFC 8785) of all the rest.'),
  });

export const caseEventType = (name: CaseFactType): string => `com.recourse.collections.${name}.v1`;

import type { Instant } from '@recourse/domain/calendar/instant';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { Input } from '@recourse/domain/case/case-inputs';
import type { Law } from '@recourse/domain/law/law';
import { judgeIntake } from '../intake/judge-intake.js';
import type { LoanEvent, ParkedBecause } from '../intake/loan-event.js';
import type { EventRecord } from '../records/event-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { PersonRecord } from '../records/person-record.js';
import { judgeTurn } from '../turn/judge-turn.js';
import type { Policies } from '../turn/policies.js';
import { rulesOfTurn } from '../turn/rules-of-turn.js';
import { seenPeople } from '../turn/seen-people.js';
import type { TurnRead } from '../turn/turn-store.js';
import type { Standing } from './control-totals.js';

export type PreviewParts = { now: Instant; strategyName: string; policies: Policies };

/** What is known already of the loan that an event speaks of. */
export type KnownOfLoan = { loan?: LoanRecord; sameEvent?: EventRecord };

const nowhere = { topic: '', partition: 0, offset: '' };

/** What ingest would make of an event that takes a loan on; nothing is written. */
export function judgeTakeOn(
  event: LoanEvent,
  now: Instant,
  known: KnownOfLoan,
  law: Law,
): { judged: 'accept' | 'known' } | { judged: 'park'; because: ParkedBecause } {
  const read = { now, wall: new Date(now), tenantKnown: true, loansOfPerson: [], ...known };
  const verdict = judgeIntake(event, nowhere, read, law);
  return verdict.verdict === 'park' ? { judged: 'park', because: verdict.because } : { judged: verdict.verdict };
}

/** Where the loan would stand after ingest and the first turn of its case, its people verified. @throws when ingest would refuse it */
export function previewTakeOn(
  event: LoanEvent,
  persons: readonly PersonRecord[],
  { now, strategyName, policies }: PreviewParts,
): Standing {
  const read = { now, wall: new Date(now), tenantKnown: true, loansOfPerson: [] };
  const verdict = judgeIntake(event, nowhere, read, policies.law);
  if (verdict.verdict !== 'accept') throw new Error(`${event.loanId} would not be taken`);
  const { loan, items } = verdict.write;
  const { terms, position, openCase } = loan;
  const standing: Standing = {
    loanId: event.loanId,
    persons: (terms?.debtors ?? []).map(({ personId }) => personId),
    currency: position.currency,
    arrears: amountsOn(position, 'now', allocationOf(terms)).arrears,
    bucket: 'M0',
    stage: 'none',
  };
  if (!terms || openCase === undefined) return standing;
  const inbox = items.map(({ item }, nth) => ({ ...item, n: nth + 1 }) as Input);
  const people = seenPeople(terms, persons).map((person) =>
    person.known ? person : { ...person, known: true, zone: terms.zone },
  );
  const turn: TurnRead = {
    caseId: openCase,
    now,
    clockKind: 'test',
    strategyName,
    loan,
    inbox,
    people,
    unconcluded: [],
  };
  const { kase } = judgeTurn(turn, inbox, rulesOfTurn(turn, policies));
  return { ...standing, bucket: kase.noted.bucket, stage: kase.stage ?? 'intake' };
}

import type { InRecord, OutRecord } from '@recourse/activities/event-bus';
import type { LoanEvent } from '@recourse/activities/intake/loan-event';
import { eventItemId } from '@recourse/activities/intake/loan-event';
import type { Standing } from '@recourse/activities/take-on/control-totals';
import { judgeTakeOn, previewTakeOn, type PreviewParts } from '@recourse/activities/take-on/preview-take-on';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import type { TakeOnBook } from '@recourse/infra/mongo/take-on-book';
import type { LoanToTakeOn } from '@recourse/infra/take-on/assemble-loans';
import type { BadRow } from '@recourse/infra/take-on/bad-row';
import { takeOnEventId, takeOnRecord, takeOnSource } from '@recourse/infra/take-on/take-on-record';

/** A loan that can be taken on, with where it will stand. `known`: it was taken on before, from the same rows. */
export type PreparedLoan = {
  loanId: string;
  record: OutRecord;
  standing: Standing;
  known: boolean;
  historyKnown: boolean;
};

/** `unknownPoints`: rows whose contact point cannot be looked up, since its person is not known yet. */
export type Prepared = { loans: PreparedLoan[]; bad: BadRow[]; unknownPersons: number; unknownPoints: number };

const file = 'loans.csv';
const strangePoint = 'is no contact point of the person as loaded; load the person with it first';

export const takeOnItemId = (loanId: string): string => `${takeOnSource}/${takeOnEventId(loanId)}`;

/** Holds loans against the stores, as ingest will, and says where each will stand. Reads only. */
export async function prepareTakeOn(
  book: TakeOnBook,
  tenant: string,
  told: readonly LoanToTakeOn[],
  parts: PreviewParts,
): Promise<Prepared> {
  const { zones, law } = parts.policies;
  const read = loanEventReader(
    (zone) => Object.hasOwn(zones, zone),
    (place) => law.places?.has(place) ?? true,
  );
  const ids = told.map(({ loanId }) => loanId);
  const loans = new Map((await book.loans(ids)).map((loan) => [loan.loanId, loan]));
  const events = new Map((await book.events(ids.map(takeOnItemId))).map((event) => [event._id, event]));
  const payments = await book.payments(told.flatMap((loan) => loan.told.payments.map(({ paymentId }) => paymentId)));
  const debtors = [...new Set(told.flatMap((loan) => loan.told.terms.debtors.map(({ personId }) => personId)))];
  const persons = await book.persons(debtors);
  const pointsOf = new Map(persons.map(({ personId, points }) => [personId, points.map(({ pointId }) => pointId)]));
  const unknownPersons = debtors.length - persons.length;
  const prepared: Prepared = { loans: [], bad: [], unknownPersons, unknownPoints: 0 };
  for (const loan of told) {
    const { loanId, line } = loan;
    const refuse = (field: string, reason: string): void =>
      void prepared.bad.push({ file, line, field, reason, loanId });
    const record = takeOnRecord(tenant, loan, zones);
    const asRead: InRecord = { ...record, partition: 0, offset: 0n, timestampMs: 0 };
    const answer = read(asRead);
    if ('parked' in answer) {
      refuse(answer.parked.field, answer.parked.reason);
      continue;
    }
    const { event } = answer;
    const sameEvent = events.get(`${tenant}/${eventItemId(event)}`);
    const known = loans.get(loanId);
    const before = { ...(known && { loan: known }), ...(sameEvent && { sameEvent }) };
    const verdict = judgeTakeOn(event, parts.now, before, parts.policies.law);
    const elsewhere = loan.told.payments.find(({ paymentId }) => (payments.get(paymentId) ?? loanId) !== loanId);
    if (verdict.judged === 'park') refuse('loan_id', verdict.because.reason);
    else if (elsewhere) refuse('loan_id', 'one of its payments came before for another loan');
    else if (verdict.judged === 'known') prepared.loans.push(prepare(event, record, true));
    else {
      // What is told of a point the person does not have would be entered nowhere: the number on hold would be called.
      const strange = loan.points.filter(
        ({ personId, pointId }) => pointsOf.get(personId)?.includes(pointId) === false,
      );
      for (const { file: of, line: at } of strange)
        prepared.bad.push({ file: of, line: at, field: 'point_id', reason: strangePoint, loanId });
      if (strange.length > 0) continue;
      prepared.unknownPoints += loan.points.filter(({ personId }) => !pointsOf.has(personId)).length;
      prepared.loans.push(prepare(event, record, false));
    }
  }
  return prepared;

  function prepare(event: LoanEvent, record: OutRecord, known: boolean): PreparedLoan {
    const standing = previewTakeOn(event, persons, parts);
    const { fact } = event;
    const historyKnown = fact.type === 'loan-taken-on' && fact.contactsToldUntil !== undefined;
    return { loanId: event.loanId, record, standing, known, historyKnown };
  }
}

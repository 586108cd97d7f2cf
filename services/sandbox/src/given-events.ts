import { z } from 'zod';
import type { Agenda } from './agenda.js';
import type { EventLog } from './event-log.js';
import type { LoanBook } from './loan-book.js';
import { script } from './loan-script.js';
import type { Loan } from './loan.js';
import { isZone, type Instant } from './local-time.js';
import { type OutgoingEvent, servicingTypeOf, type Terms } from './servicing-event.js';

/** One row of an events file: a CloudEvent in structured JSON. `raw` instead of `data`: bytes that are no JSON, for poison. */
export type GivenEvent = {
  id: string;
  source: string;
  type: string;
  time: Instant;
  tenant: string;
  loan: string;
  data?: unknown;
  raw?: string | undefined;
};

const terms = z.object({
  currency: z.string(),
  zone: z.string().refine(isZone),
  debtors: z.array(z.object({ personId: z.string(), role: z.string() })).min(1),
});
/** Of a miss, and of a loan that is taken on. */
const tellingTerms = z.object({ terms });
const missedSchema = z.object({
  terms,
  instalment: z.object({ number: z.number(), dueOn: z.string(), due: z.record(z.string(), z.number()) }),
});
/** Only what is still owed of it matters here. */
const takenOnSchema = z.object({
  instalments: z.array(
    z.object({ number: z.number(), dueOn: z.string(), due: z.record(z.string(), z.number()), state: z.string() }),
  ),
});
const paymentSchema = z.object({ paymentId: z.string(), amount: z.number() });
const reversalSchema = z.object({ paymentId: z.string() });

const unknownTerms: Terms = {
  version: 1,
  product: 'given',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  graceDays: 0,
  tolerance: 0,
  debtors: [],
};

type Needs = {
  agenda: Agenda;
  book: LoanBook;
  /** What a borrower makes of an instalment that is missed. */
  felt(loan: Loan, at: Instant): void;
  log: EventLog;
  put(event: OutgoingEvent): void;
  now(): Instant;
};

/** Plays an events file when due, one event at its `time`, as it stands; keeps books of what it understands of it. */
export function planGivenEvents(events: readonly GivenEvent[], { agenda, book, felt, log, put, now }: Needs): void {
  for (const event of events) {
    const loan = book.loan(event.loan) ?? addLoan(book, event.loan, events);
    agenda.add({ at: event.time, rank: 'given', subject: event.loan, play: () => play(event, loan) });
  }

  function play(event: GivenEvent, loan: Loan): void {
    const { id, source, type, time, tenant, data, raw } = event;
    const body = raw ?? JSON.stringify(data);
    put({
      topic: 'servicing.loan.events.v1',
      key: `${tenant}|${event.loan}`,
      id,
      source,
      type,
      time,
      tenant,
      extension: { loan: event.loan },
      body,
    });
    const paymentId = paymentSchema.safeParse(data).data?.paymentId;
    log.note({
      id,
      type,
      loan: event.loan,
      time,
      ...(paymentId !== undefined && { paymentId }),
      publishedAt: now(),
      poison: raw !== undefined,
    });
    if (keepBooks(loan, event)) felt(loan, time);
  }
}

function addLoan(book: LoanBook, loanId: string, events: readonly GivenEvent[]): Loan {
  const telling = events.find((event) => event.loan === loanId && tellingTerms.safeParse(event.data).success);
  const terms = (telling?.data as { terms: Terms } | undefined)?.terms ?? unknownTerms;
  const borrower = terms.debtors.find(({ role }) => role === 'borrower') ?? terms.debtors[0];
  const given = script('given', [], { afterwards: 'chance' });
  const account = { missed: [], payments: [] };
  const loan: Loan = {
    loanId,
    personId: borrower?.personId ?? '',
    terms,
    schedule: [],
    account,
    script: given,
    closed: false,
    eventsMade: 0,
  };
  book.add(loan);
  return loan;
}

const owed = ({
  number,
  dueOn,
  due,
}: z.infer<typeof missedSchema>['instalment']): Loan['account']['missed'][number] => ({
  number,
  dueOn,
  amount: Object.values(due).reduce((sum, amount) => sum + amount, 0),
});

/** Whether an instalment is missed by it that was not before. What cannot be understood is published all the same. */
function keepBooks({ account }: Loan, { type, data }: GivenEvent): boolean {
  if (type === servicingTypeOf('instalment-missed')) {
    const read = missedSchema.safeParse(data);
    if (!read.success || account.missed.some(({ number }) => number === read.data.instalment.number)) return false;
    account.missed.push(owed(read.data.instalment));
    return true;
  }
  if (type === servicingTypeOf('loan-taken-on')) {
    const missed = takenOnSchema.safeParse(data).data?.instalments.filter(({ state }) => state === 'missed') ?? [];
    account.missed.push(...missed.map(owed));
    return missed.length > 0;
  }
  if (type === servicingTypeOf('payment-received')) {
    const read = paymentSchema.safeParse(data);
    if (read.success && !account.payments.some(({ paymentId }) => paymentId === read.data.paymentId))
      account.payments.push({ ...read.data, reversed: false });
  } else if (type === servicingTypeOf('payment-reversed')) {
    const read = reversalSchema.safeParse(data);
    const payment = account.payments.find(({ paymentId }) => paymentId === read.data?.paymentId);
    if (payment) payment.reversed = true;
  }
  return false;
}

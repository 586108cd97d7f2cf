import { addDays } from '@recourse/domain/calendar/day-arithmetic';

type Row = Record<string, unknown> & { id: string; time: string; loan: string };

/** What servicing tells of one loan, in the order it is told; each a CloudEvent as `docs/data-files.md` has it. */
export type LoanStory = { loan: string; person: string; events: Row[] };

export const instalmentAmount = 301_000;
const interest = 1_000;

const row = (tenant: string, loan: string, id: string, type: string, time: string, data: unknown): Row => ({
  specversion: '1.0',
  id: `${loan}-${id}`,
  source: '/servicing/scenes',
  type: `com.recourse.servicing.${type}.v1`,
  time,
  tenant,
  loan,
  data,
});

/** Tells the story of a loan whose instalments fall due on the same day of each month; sums as servicing would give them. */
export const loanStory = (tenant: string, loan: string, person: string, contract: Record<string, unknown> = {}) => {
  const events: Row[] = [];
  const terms = {
    version: 1,
    product: 'cash-loan',
    currency: 'CNY',
    zone: 'Asia/Shanghai',
    jurisdiction: 'CN',
    graceDays: 3,
    tolerance: 0,
    debtors: [{ personId: person, role: 'borrower' }],
    ...contract,
  };
  const due = { principal: instalmentAmount - interest, interest };
  const paidBy = new Map<string, number>();
  const received = (): number => [...paidBy.values()].reduce((sum, amount) => sum + amount, 0);
  const told = {
    events,
    loan,
    person,
    /** Missed, and told the day after at 08:00; `arrears` counts the instalments overdue then. */
    missed(number: number, dueOn: string, arrears = 1, at = `${addDays(dueOn, 1)}T00:00:00.000Z`) {
      const arrearsTotal = arrears * instalmentAmount;
      const data = {
        terms,
        instalment: { number, dueOn, due },
        asOf: addDays(dueOn, 1),
        arrearsTotal,
        outstandingTotal: Math.max(arrearsTotal, 12 * instalmentAmount - received()),
      };
      events.push(row(tenant, loan, `miss-${number}`, 'instalment-missed', at, data));
      return told;
    },
    met(number: number, dueOn: string) {
      told.paid(`met-${number}`, dueOn, instalmentAmount);
      const data = { instalment: { number, dueOn, due }, asOf: dueOn };
      events.push(row(tenant, loan, `met-${number}`, 'instalment-met', `${dueOn}T12:00:00.000Z`, data));
      return told;
    },
    /** Paid on a day at noon in Shanghai; `valueDate` earlier than that is a back-dated payment. */
    paid(id: string, day: string, amount = instalmentAmount, valueDate = day, at = `${day}T04:00:00.000Z`) {
      const data = {
        paymentId: `${loan}-${id}`,
        amount,
        currency: 'CNY',
        valueDate,
        receivedAt: at,
        method: 'transfer',
        payer: 'debtor',
      };
      paidBy.set(id, amount);
      events.push(row(tenant, loan, `pay-${id}`, 'payment-received', at, data));
      return told;
    },
    reversed(id: string, day: string) {
      paidBy.delete(id);
      const data = { paymentId: `${loan}-${id}`, reversedOn: day, reason: 'returned' };
      events.push(row(tenant, loan, `rev-${id}`, 'payment-reversed', `${day}T04:00:00.000Z`, data));
      return told;
    },
    /** What became of the person, or what the person wants no more. */
    happened(type: 'person-died' | 'person-insolvent' | 'person-opted-out', at: string) {
      events.push(row(tenant, loan, type, type, at, { personId: person }));
      return told;
    },
    /** What happens to its money beside instalments and payments. */
    told(id: string, type: string, at: string, data: Record<string, unknown>) {
      events.push(row(tenant, loan, id, type, at, { currency: 'CNY', ...data }));
      return told;
    },
    /** Servicing's word that the loan is over. */
    closed(reason: string, at: string) {
      events.push(row(tenant, loan, 'closed', 'loan-closed', at, { reason }));
      return told;
    },
    /** The last event once more: the same id and the same bytes. */
    again() {
      const last = events.at(-1);
      if (last) events.push(last);
      return told;
    },
  };
  return told;
};

/** A person with one mobile, one e-mail address and one address verified shortly before the scenes begin. Values are artificial. */
export const scenePerson = (personId: string, nth: number): Record<string, unknown> => ({
  personId,
  zone: 'Asia/Shanghai',
  language: 'zh',
  points: [
    {
      pointId: `${personId}-m`,
      kind: 'mobile',
      value: `+8613900${String(100_000 + nth)}`,
      source: 'contract',
      verifiedOn: '2025-12-20',
    },
    { pointId: `${personId}-e`, kind: 'email', value: `${personId}@example.test`, source: 'contract' },
    {
      pointId: `${personId}-a`,
      kind: 'address',
      placeType: 'home',
      value: `Example Road ${nth}`,
      source: 'contract',
      verifiedOn: '2025-12-20',
    },
  ],
});

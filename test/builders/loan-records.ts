import type { InRecord } from '@recourse/activities/event-bus';

export type LoanRecordSpec = {
  name: string;
  data: unknown;
  id?: string;
  loan?: string;
  tenant?: string;
  time?: string;
  source?: string;
  key?: string | null;
  headers?: Record<string, string | undefined>;
  value?: Uint8Array | null;
  partition?: number;
};

let nth = 0;

/** A record of the loan events topic as servicing writes it; every record its own id and offset unless told otherwise. */
export function loanRecord({
  name,
  data,
  id,
  loan = 'L1',
  tenant = 'demo',
  time = '2026-01-11T01:00:00.000Z',
  source = '/servicing/test',
  key,
  headers,
  value,
  partition = 0,
}: LoanRecordSpec): InRecord {
  nth += 1;
  const all: Record<string, string | undefined> = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: id ?? `e-${nth}`,
    ce_source: source,
    ce_type: `com.recourse.servicing.${name}.v1`,
    ce_time: time,
    ce_tenant: tenant,
    ce_loan: loan,
    ...headers,
  };
  return {
    topic: 'servicing.loan.events.v1',
    partition,
    offset: BigInt(nth),
    key: key === undefined ? `${tenant}|${loan}` : key,
    value: value === undefined ? Buffer.from(JSON.stringify(data)) : value,
    headers: Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    timestampMs: Date.parse(time),
  };
}

export const terms = {
  version: 1,
  product: 'consumer',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  graceDays: 3,
  tolerance: 0,
  debtors: [{ personId: 'P1', role: 'borrower' as const }],
};

/** Instalment `number` of 1 000.00, due on the tenth of month `number` of 2026 and missed. */
export function missed(number = 1, change: Record<string, unknown> = {}) {
  const dueOn = `2026-${String(number).padStart(2, '0')}-10`;
  const due = { principal: 90_000, interest: 10_000 };
  return {
    terms,
    instalment: { number, dueOn, due },
    asOf: dueOn.replace(/10$/, '11'),
    arrearsTotal: 100_000 * number,
    outstandingTotal: 1_200_000,
    ...change,
  };
}

export function paid(paymentId: string, amount: number, change: Record<string, unknown> = {}) {
  return {
    paymentId,
    amount,
    currency: 'CNY',
    valueDate: '2026-01-11',
    receivedAt: '2026-01-11T00:30:00.000Z',
    method: 'transfer',
    payer: 'debtor',
    ...change,
  };
}

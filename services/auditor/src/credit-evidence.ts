import type { Document } from 'mongodb';

/** A row that went to the credit bureau, and the month's record it went with. `order`: of the loan when it was read. */
export type AuditedCreditRow = {
  row: string;
  kind: string;
  loanId: string;
  subject: string;
  month: string;
  at: string;
  order: number;
  standing: string;
  asOf: string;
  dpd: number;
  overdue: number;
  /** Months before that were told with it, with how they stood. */
  history: { month: string; standing: string }[];
};
export type AuditedCreditDispute = { loanId: string; openedAt: string; answeredAt?: string; wrong: string[] };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The rows of one loan's month. */
export const creditRowsOf = (stored: Document): AuditedCreditRow[] =>
  ((stored['rows'] ?? []) as Document[]).map((row) => {
    const state = (row['state'] ?? {}) as Document;
    return {
      row: text(row['row']),
      kind: text(row['kind']),
      loanId: text(stored['loanId']),
      subject: text(row['subject']),
      month: text(row['month']),
      at: text(stored['at']),
      order: Number(stored['order']),
      standing: text(state['standing']),
      asOf: text(state['asOf']),
      dpd: Number(state['dpd'] ?? 0),
      overdue: Number(state['overdue'] ?? 0),
      history: (row['history'] ?? []) as AuditedCreditRow['history'],
    };
  });

export const creditDisputeOf = (stored: Document): AuditedCreditDispute => {
  const answer = (stored['answer'] ?? {}) as Document;
  return {
    loanId: text(stored['loanId']),
    openedAt: text(stored['openedAt']),
    wrong: answer['upheld'] === true ? (answer['wrong'] as string[]) : [],
    ...(answer['at'] && { answeredAt: text(answer['at']) }),
  };
};

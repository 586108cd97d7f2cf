import type { TakenOn } from '@recourse/domain/case/taken-on';
import type { Components } from '@recourse/domain/money/money';
import type { TakeOnFile, TakeOnRow, TakeOnTables } from './take-on-files.js';

/** A row that names a number or address of a person. */
export type PointNamed = { file: TakeOnFile; line: number; personId: string; pointId: string };

/** A loan of a take-on folder with everything told of it; `line` of loans.csv. */
export type LoanToTakeOn = { loanId: string; line: number; told: TakenOn; points: PointNamed[] };

type Rows = { [F in Exclude<TakeOnFile, 'loans.csv'>]: ReadonlyMap<string, TakeOnRow<F>[]> };

/** Puts the rows of all files together, loan by loan; equal folders give equal loans, whatever the order of their rows. */
export function assembleLoans(tables: TakeOnTables): LoanToTakeOn[] {
  const rows: Rows = {
    'instalments.csv': byLoan(tables['instalments.csv']),
    'payments.csv': byLoan(tables['payments.csv']),
    'contacts.csv': byLoan(tables['contacts.csv']),
    'notices.csv': byLoan(tables['notices.csv']),
    'refusals.csv': byLoan(tables['refusals.csv']),
    'holds.csv': byLoan(tables['holds.csv']),
  };
  return tables['loans.csv'].map((row) => ({
    loanId: row.loan_id,
    line: row.line,
    told: toldOf(row, rows),
    points: pointsOf(row, rows),
  }));
}

function pointsOf({ loan_id: id, borrower }: TakeOnRow<'loans.csv'>, rows: Rows): PointNamed[] {
  return (['contacts.csv', 'holds.csv'] as const).flatMap((file) =>
    (rows[file].get(id) ?? []).flatMap(({ line, person_id: personId = borrower, point_id: pointId }) =>
      pointId === undefined ? [] : [{ file, line, personId, pointId }],
    ),
  );
}

function toldOf(row: TakeOnRow<'loans.csv'>, rows: Rows): TakenOn {
  const id = row.loan_id;
  const refusedOn = (rows['refusals.csv'].get(id) ?? [])
    .map((refusal) => refusal.refused_on)
    .toSorted()
    .at(-1);
  const contacts = rows['contacts.csv'].get(id) ?? [];
  return {
    terms: {
      version: row.terms_version,
      product: row.product,
      currency: row.currency,
      zone: row.zone,
      jurisdiction: row.jurisdiction,
      graceDays: row.grace_days,
      tolerance: row.tolerance,
      debtors: [
        { personId: row.borrower, role: 'borrower' },
        ...row.co_borrowers.map((personId) => ({ personId, role: 'co-borrower' as const })),
        ...row.guarantors.map((personId) => ({ personId, role: 'guarantor' as const })),
      ],
    },
    asOf: row.as_of,
    arrearsTotal: row.arrears_total,
    outstandingTotal: row.outstanding_total,
    instalments: sorted(rows['instalments.csv'].get(id), ({ number }) => String(number).padStart(6, '0')).map(
      ({ number, due_on: dueOn, state, ...amounts }) => ({ number, dueOn, due: componentsOf(amounts), state }),
    ),
    payments: sorted(rows['payments.csv'].get(id), (each) => `${each.value_date} ${each.payment_id}`).map((each) => ({
      paymentId: each.payment_id,
      amount: each.amount,
      valueDate: each.value_date,
      receivedAt: each.received_at,
      ...(each.reversed_on !== undefined && { reversedOn: each.reversed_on }),
    })),
    notices: sorted(rows['notices.csv'].get(id), (each) => `${each.proved_on} ${each.kind}`).map((each) => ({
      kind: each.kind,
      instalments: each.instalments,
      provedOn: each.proved_on,
    })),
    contacts: sorted(contacts, (each) => `${each.at} ${each.contact_id}`).map((each) => ({
      contactId: each.contact_id,
      personId: each.person_id,
      ...(each.point_id !== undefined && { pointId: each.point_id }),
      channel: each.channel,
      at: each.at,
      connected: each.connected,
      conversation: each.conversation,
      rightParty: each.right_party,
    })),
    ...(row.contacts_told_until !== undefined && { contactsToldUntil: row.contacts_told_until }),
    holds: sorted(rows['holds.csv'].get(id), (each) => each.hold_id).map((each) => ({
      holdId: each.hold_id,
      reason: each.reason,
      stops: each.stops,
      ...(each.person_id !== undefined && { personId: each.person_id }),
      ...(each.point_id !== undefined && { pointId: each.point_id }),
      from: each.from,
      ...(each.until !== undefined && { until: each.until }),
    })),
    ...(refusedOn !== undefined && { refusedOn }),
  };
}

type Amounts = Pick<
  TakeOnRow<'instalments.csv'>,
  'principal' | 'interest' | 'penalty' | 'compound' | 'damages' | 'fees' | 'costs'
>;

function componentsOf({ principal, interest, penalty, compound, damages, fees, costs }: Amounts): Components {
  const amounts = { principal, interest, penalty, compound, damages, fees, costs };
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => (amount ?? 0) > 0));
}

function byLoan<R extends { loan_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.loan_id);
    if (group) group.push(row);
    else groups.set(row.loan_id, [row]);
  }
  return groups;
}

function sorted<R>(rows: readonly R[] | undefined, key: (row: R) => string): R[] {
  return (rows ?? []).toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

import { allocatePayments, type Allocation } from '@recourse/domain/money/allocate-payments';
import type { AllocationRules } from '@recourse/domain/money/allocation-order';
import type { Component } from '@recourse/domain/money/components';
import { openOf } from '@recourse/domain/money/debt';
import type { CarriedDeed, CarriedFigures, CarriedScenario } from './carried-scenario.js';
import { dayOfText } from './fineract-day.js';
import { centsOf, positionAfter } from './position-after.js';

const columns: readonly [head: string, component: Component][] = [
  ['Principal due', 'principal'],
  ['Principal', 'principal'],
  ['Interest', 'interest'],
  ['Fees', 'fees'],
  ['Penalties', 'penalty'],
];

type Sums = Partial<Record<string, number>>;

/** A row of Fineract against sums of ours: every column it states that we know, and no other. */
const differing = (where: string, row: Record<string, string>, ours: Sums): string[] =>
  Object.entries(row).flatMap(([head, stated]) => {
    const own = ours[head];
    if (own === undefined || stated === '' || centsOf(stated) === own) return [];
    return [`${where}: ${head} ${stated}, ours ${own / 100}`];
  });

const sumOf = <T>(all: readonly T[], amount: (each: T) => number): number =>
  all.reduce((total, each) => total + amount(each), 0);

const debtSums = (debts: Allocation['debts']): Sums => ({
  ...Object.fromEntries(
    columns.map(([head, component]) => [
      head,
      sumOf(
        debts.filter((debt) => debt.component === component),
        ({ due }) => due,
      ),
    ]),
  ),
  Due: sumOf(debts, ({ due }) => due),
  Paid: sumOf(debts, ({ paid }) => paid),
  Waived: sumOf(debts, ({ waived }) => waived),
  Outstanding: sumOf(debts, openOf),
});

const kinds: Record<string, string> = {
  Repayment: 'REPAYMENT',
  'Down Payment': 'DOWN_PAYMENT',
  'Goodwill Credit': 'GOODWILL_CREDIT',
  'Merchant Issued Refund': 'MERCHANT_ISSUED_REFUND',
  'Payout Refund': 'PAYOUT_REFUND',
  'Charge Adjustment': 'CHARGE_ADJUSTMENT',
};

/** What of the money that left was owed again and was not covered by credit, by its id. */
const uncovered = ({ debts, parts }: Allocation): Map<string, number> => {
  const left = new Map<string, number>();
  for (const { source, id, due } of debts) if (source === 'money-out') left.set(id, (left.get(id) ?? 0) + due);
  for (const { id, covers, amount } of parts) if (covers) left.set(id, (left.get(id) ?? 0) - amount);
  return left;
};

/**
 * Where a chargeback is owed again as principal, Fineract writes one that credit covered whole nowhere on the schedule; one that credit
 * covered in part it writes whole as due and the part as paid, as we do always.
 */
const shown = (allocation: Allocation, { takenBack }: AllocationRules): Allocation['debts'] => {
  const left = uncovered(allocation);
  return allocation.debts.filter(
    ({ source, id }) => source !== 'money-out' || takenBack !== 'principal' || left.get(id) !== 0,
  );
};

/** What Fineract says of each payment and chargeback that still stands. */
function differingTransactions(
  rows: Record<string, string>[],
  deeds: readonly CarriedDeed[],
  allocation: Allocation,
  { takenBack }: AllocationRules,
): string[] {
  const { debts, parts } = allocation;
  const left = uncovered(allocation);
  const undone = new Set(deeds.flatMap((deed) => (deed.do === 'undo' ? [deed.id] : [])));
  const used = new Set<string>();
  return rows.flatMap((row) => {
    const type = row['Transaction Type'] ?? '';
    const on = dayOfText(row['Transaction date'] ?? '');
    const amount = centsOf(row['Amount'] ?? '');
    const deed = deeds.find(
      (each) =>
        (each.do === 'pay' ? each.kind === kinds[type] : each.do === 'chargeback' && type === 'Chargeback') &&
        'on' in each &&
        each.on === on &&
        'amount' in each &&
        centsOf(each.amount) === amount &&
        'id' in each &&
        !used.has(each.id),
    );
    if (!deed || !('id' in deed)) return [`${type} of ${on}: not ours`];
    used.add(deed.id);
    if (undone.has(deed.id)) return [];
    if (deed.do === 'chargeback' && takenBack === 'principal')
      return differing(`${type} of ${on}`, row, { Principal: left.get(deed.id) ?? 0 });
    const own = deed.do === 'pay' ? parts.filter((part) => part.paymentId === deed.id && !part.covers) : debts;
    const sums = Object.fromEntries(
      columns.map(([head, component]) => [
        head,
        sumOf(
          own.filter((each) => each.component === component && (deed.do === 'pay' || each.id === deed.id)),
          (each) => ('due' in each ? each.due : each.amount),
        ),
      ]),
    );
    return differing(`${type} of ${on}`, row, sums);
  });
}

/** Every figure of a statement of Fineract's that is not ours; none: they agree. */
export function differences(
  scenario: CarriedScenario,
  rules: AllocationRules,
  deeds: readonly CarriedDeed[],
  figures: CarriedFigures,
): string[] {
  const allocation = allocatePayments(positionAfter(scenario, deeds), figures.on, rules);
  const { credit } = allocation;
  const debts = shown(allocation, rules);
  const where = `line ${figures.line}`;
  switch (figures.states) {
    case 'outstanding':
      return differing(where, { outstanding: figures.amount }, { outstanding: sumOf(debts, openOf) });
    case 'overpaid':
      return differing(where, { overpaid: figures.amount }, { overpaid: sumOf(credit, ({ amount }) => amount) });
    case 'total':
      return figures.rows.flatMap((row) => differing(`${where}, total`, row, debtSums(debts)));
    case 'schedule':
      return figures.rows.flatMap((row) => {
        const own = debts.filter(({ instalment }) => String(instalment) === row['Nr']);
        return differing(`${where}, instalment ${row['Nr']}`, row, debtSums(own));
      });
    case 'charges':
      return figures.rows.flatMap((row) => {
        const charge = deeds.find(
          (deed) =>
            deed.do === 'charge' &&
            deed.dueOn === dayOfText(row['Due as of'] ?? '') &&
            (deed.component === 'penalty') === (row['isPenalty'] === 'true') &&
            centsOf(deed.amount) === centsOf(row['Due'] ?? ''),
        );
        if (charge?.do !== 'charge') return [`${where}, charge ${row['Due as of']}: not ours`];
        const own = debts.filter(({ source, id }) => source === 'charge' && id === charge.id);
        return differing(`${where}, charge ${row['Due as of']}`, row, debtSums(own));
      });
    case 'transactions':
      return differingTransactions(figures.rows, deeds, allocation, rules).map((each) => `${where}, ${each}`);
    default:
      return figures satisfies never;
  }
}

import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { furnishedMonths } from '@recourse/domain/credit-reporting/furnished-months';
import { judgeFurnishing } from '@recourse/domain/credit-reporting/judge-furnishing';
import type { Month } from '@recourse/domain/credit-reporting/month';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { Law } from '@recourse/domain/law/law';
import { zonesOfPerson } from '../contact/zones-of-person.js';
import { mergesOf } from '../people/merges-of.js';
import type { CreditItem, CreditRead, MonthWrite } from './credit-store.js';

export type CreditRules = { law: Law; zones: Readonly<Record<string, ZoneSlice>> };

/** Items of the case are named by what they tell, so that one told twice is one. */
const itemId = (what: string): string => `credit/${what}`;

/** What a snapshot writes of one loan; undefined: there is nothing to tell of it, and nothing is written. Pure. */
export function judgeMonth(
  { now, loan, kase, person, sent, disputes }: CreditRead,
  month: Month,
  { law, zones }: CreditRules,
): MonthWrite | undefined {
  const { tenant, loanId, terms, position, closed, order, positionVersion } = loan;
  const zone = terms && zones[terms.zone];
  if (!terms || !zone) return undefined;
  const merges = person ? mergesOf(person) : [];
  const verdict = judgeFurnishing(
    {
      loanId,
      loan: { terms: inOneName(terms, merges), position, closed, zone },
      at: now,
      zones: person ? zonesOfPerson(person, zones) : [],
      places: person?.standing?.places ?? [],
      holds: [...loan.holds, ...(person?.holds ?? [])],
      unresolved: loan.unresolved,
      notices: inOneName(kase?.notices ?? loan.carry?.notices ?? [], merges),
      furnished: furnishedMonths(sent),
      disputes,
    },
    month,
    law,
  );
  const { rows, gates, withheld } = verdict;
  if (rows.length === 0 && !withheld) return undefined;
  const base = { kind: 'credit-told', at: now } as const;
  const items = rows.map(({ row, kind, month: of, state, adverse, disputed, currency }): CreditItem => {
    const { standing, dpd, overdue } = state;
    const gate = gates[row];
    const told = { row, kind, month: of, standing, dpd, overdue, currency, adverse, disputed, ...(gate && { gate }) };
    return { ...base, itemId: itemId(row), told: { credit: 'furnished', ...told } };
  });
  if (withheld)
    items.push({ ...base, itemId: itemId(`${loanId}/${month}`), told: { credit: 'withheld', month, ...withheld } });
  return {
    record: {
      _id: `${tenant}/${loanId}/${month}`,
      tenant,
      loanId,
      month,
      at: now,
      order,
      positionVersion,
      ...(loan.openCase !== undefined && { caseId: loan.openCase }),
      rows,
      ...(withheld && { withheld }),
    },
    items,
  };
}

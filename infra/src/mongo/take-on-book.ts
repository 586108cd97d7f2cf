import { tenantKey } from '@recourse/domain/case/case-id';
import type { Instant } from '@recourse/domain/calendar/instant';
import { localDay } from '@recourse/domain/calendar/local-time';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn, bucketOf, dpdOn } from '@recourse/domain/money/arrears';
import type { EventRecord, ParkedRecord } from '@recourse/activities/records/event-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { Standing } from '@recourse/activities/take-on/control-totals';
import type { Collections } from './collections.js';
import { findPersons } from './find-person.js';

/** As many ids as one request asks for. */
const atOnce = 500;

type Read = Pick<Collections, 'loans' | 'events' | 'persons' | 'parked' | 'cases'>;

/** What a take-on asks of the stores; it writes nothing. */
export function takeOnBook({ loans, events, persons, parked, cases }: Read, tenant: string) {
  const keys = (ids: readonly string[]): string[] => ids.map((id) => tenantKey(tenant, id));
  return {
    loans: (ids: readonly string[]): Promise<LoanRecord[]> =>
      inParts(keys(ids), (part) => loans.find({ _id: { $in: part } }).toArray()),
    /** By `source/id`. */
    events: (itemIds: readonly string[]): Promise<EventRecord[]> =>
      inParts(keys(itemIds), (part) => events.find({ _id: { $in: part } }).toArray()),
    persons: (ids: readonly string[]): Promise<PersonRecord[]> =>
      inParts(ids, (part) => personsTold({ persons }, tenant, part)),
    /** The loan that each payment already known came for. */
    async payments(ids: readonly string[]): Promise<Map<string, string>> {
      const known = await inParts(ids, (part) => events.find({ tenant, paymentId: { $in: part } }).toArray());
      return new Map(known.flatMap(({ paymentId, loanId }) => (paymentId === undefined ? [] : [[paymentId, loanId]])));
    },
    async parked(loanIds: ReadonlySet<string>): Promise<ParkedRecord[]> {
      const found = await parked.find({ tenant, status: 'parked' }).toArray();
      return found.filter(({ loanId }) => loanId !== undefined && loanIds.has(loanId));
    },
    /** Where loans stand now; a case that has not taken its first turn is not among them. */
    async standings(
      ids: readonly string[],
      now: Instant,
      zones: Readonly<Record<string, ZoneSlice>>,
    ): Promise<Standing[]> {
      const found = await this.loans(ids);
      const open = await inParts(
        found.flatMap(({ openCase }) => openCase ?? []),
        (part) => cases.find({ _id: { $in: part } }).toArray(),
      );
      const stages = new Map(open.map(({ _id, stage }) => [_id, stage ?? ('intake' as const)]));
      return found.flatMap(({ loanId, terms, position, openCase }): Standing[] => {
        const zone = terms && zones[terms.zone];
        const stage = openCase === undefined ? 'none' : stages.get(openCase);
        if (!terms || !zone || stage === undefined) return [];
        const { arrears, oldestUnpaidDueOn } = amountsOn(position, 'now', allocationOf(terms));
        const dpd = dpdOn(oldestUnpaidDueOn, localDay(now, zone));
        const persons = terms.debtors.map(({ personId }) => personId);
        return [{ loanId, persons, currency: position.currency, arrears, bucket: bucketOf(dpd), stage }];
      });
    },
  };
}

export type TakeOnBook = ReturnType<typeof takeOnBook>;

/** A record that is another's now is told of as that other, by its own name and the names of its points. */
async function personsTold(
  collections: Pick<Collections, 'persons'>,
  tenant: string,
  ids: readonly string[],
): Promise<PersonRecord[]> {
  const { people, merges } = await findPersons(collections, undefined, tenant, ids);
  const asked = new Set(ids);
  const before = merges.flatMap(({ from, into, points }): PersonRecord[] => {
    const person = asked.has(from) ? people.find(({ personId }) => personId === into) : undefined;
    const named = Object.entries(points).flatMap(([told, now]) =>
      (person?.points ?? []).flatMap((point) => (point.pointId === now ? [{ ...point, pointId: told }] : [])),
    );
    return person ? [{ ...person, personId: from, points: named }] : [];
  });
  return [...people.filter(({ personId }) => asked.has(personId)), ...before];
}

async function inParts<T>(ids: readonly string[], ask: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += atOnce) found.push(...(await ask(ids.slice(from, from + atOnce))));
  return found;
}

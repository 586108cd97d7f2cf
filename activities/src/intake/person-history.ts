import type { Instant } from '@recourse/domain/calendar/instant';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Hold } from '@recourse/domain/holds/hold';

/** What is told of a person when a loan is taken on. `ledgerKnownFrom`: contacts before it are not all told. */
export type PersonHistory = {
  personId: string;
  entries: LedgerEntry[];
  holds: Hold[];
  pointHolds: { pointId: string; hold: Hold }[];
  ledgerKnownFrom?: Instant;
};

type Ledger = { ledger: LedgerEntry[]; holds: Hold[]; ledgerKnownFrom?: Instant };

/** A ledger, of a person or of a point, with what is told added; what it holds already stays. */
export function withHistory<L extends Ledger>(
  known: L,
  { entries, holds, ledgerKnownFrom }: Pick<PersonHistory, 'entries' | 'holds' | 'ledgerKnownFrom'>,
): L {
  const added = entries.filter(({ actId }) => !known.ledger.some((entry) => entry.actId === actId));
  const from = [known.ledgerKnownFrom, ledgerKnownFrom]
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);
  return {
    ...known,
    ledger: [...known.ledger, ...added].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    holds: [...known.holds, ...holds.filter(({ id }) => !known.holds.some((hold) => hold.id === id))],
    ...(from !== undefined && { ledgerKnownFrom: from }),
  };
}

import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { PermitRead } from './permit-store.js';

/** What was read, as if both ledgers were other than they are; the gate is asked about it. */
export function ledgersChanged<R extends Pick<PermitRead, 'person' | 'point'>>(
  read: R,
  change: (ledger: readonly LedgerEntry[]) => LedgerEntry[],
): R {
  const { person, point } = read;
  return {
    ...read,
    ...(person && { person: { ...person, ledger: change(person.ledger) } }),
    ...(point && { point: { ...point, record: { ...point.record, ledger: change(point.record.ledger) } } }),
  };
}

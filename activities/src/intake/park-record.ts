import { parseLoanKey } from '../event-keys.js';
import type { InRecord } from '../event-bus.js';
import type { ParkedRecord } from '../records/event-record.js';
import { parkedIdOf, placeOf, type ParkedBecause } from './loan-event.js';
import type { ParkedStore, ToPark } from './parked-store.js';

/** Keeps a record as it came, unreadable without the key. `context` binds it to its place on the log. */
export type RecordSealer = {
  sealBytes(context: string, bytes: Uint8Array): ParkedRecord['sealedBytes'];
  openBytes(context: string, sealed: ParkedRecord['sealedBytes']): Uint8Array;
};

/** Tells everyone who watches the dead letters. The record may be told twice. Throws on trouble. */
export type PublishDeadLetter = (record: InRecord, because: ParkedBecause, parkedId: string) => Promise<void>;

export type ParkPorts = { parked: ParkedStore; sealer: RecordSealer; publish: PublishDeadLetter };

/**
 * Sets a record aside, so that those behind it go on. Its loan stays without contact until someone resolves it.
 * `named`: loans of a record whose key does not name one. A record parked before is published again (the first time may have failed).
 */
export async function parkRecord(
  ports: ParkPorts,
  record: InRecord,
  because: ParkedBecause,
  named?: ToPark['loans'],
): Promise<{ ring: string[] }> {
  const place = placeOf(record);
  const parkedId = parkedIdOf(place);
  const { ring } = await ports.parked.park({
    place,
    because,
    headers: showable(record.headers),
    sealed: ports.sealer.sealBytes(parkedId, packRecord(record)),
    loans: named ?? loansNamed(record),
    rememberUnknownLoans: named === undefined,
  });
  await ports.publish(record, because, parkedId);
  return { ring };
}

/** By its key, and when the headers name another loan, that one too: of two that may have been meant, neither is contacted. */
function loansNamed({ key, headers }: InRecord): ToPark['loans'] {
  const byKey = parseLoanKey(key);
  const byHeaders = parseLoanKey(`${headers['ce_tenant'] ?? ''}|${headers['ce_loan'] ?? ''}`);
  const loans = [byKey, byHeaders]
    .filter((each) => each !== undefined)
    .map(({ tenant, loan }) => ({ tenant, loanId: loan }));
  return loans.filter(
    (each, index) =>
      loans.findIndex(({ tenant, loanId }) => tenant === each.tenant && loanId === each.loanId) === index,
  );
}

const shown = [
  'content-type',
  'ce_specversion',
  'ce_id',
  'ce_source',
  'ce_type',
  'ce_time',
  'ce_tenant',
  'ce_loan',
  'ce_attempt',
];

const showable = (headers: InRecord['headers']): Record<string, string> =>
  Object.fromEntries(
    shown.flatMap((name) => (/^[!-~]{1,256}$/.test(headers[name] ?? '') ? [[name, headers[name] ?? '']] : [])),
  );

type Packed = { key: string | null; value: string | null; headers: Record<string, string>; timestampMs: number };

function packRecord({ key, value, headers, timestampMs }: InRecord): Uint8Array {
  const packed: Packed = {
    key,
    value: value === null ? null : Buffer.from(value).toString('base64'),
    headers,
    timestampMs,
  };
  return Buffer.from(JSON.stringify(packed), 'utf8');
}

/** The record as it came, from its parked document. */
export function reopenRecord(
  sealer: RecordSealer,
  { _id, sealedBytes }: Pick<ParkedRecord, '_id' | 'sealedBytes'>,
): InRecord {
  const { key, value, headers, timestampMs } = JSON.parse(
    Buffer.from(sealer.openBytes(_id, sealedBytes)).toString('utf8'),
  ) as Packed;
  const [topic = '', partition, offset] = _id.split('/');
  return {
    topic,
    partition: Number(partition),
    offset: BigInt(offset ?? 0),
    key,
    value: value === null ? null : Buffer.from(value, 'base64'),
    headers,
    timestampMs,
  };
}

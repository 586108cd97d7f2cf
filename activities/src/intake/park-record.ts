import { idPattern } from '@recourse/domain/case/case-id';
import { parseLoanKey } from '../event-keys.js';
import type { InRecord } from '../event-bus.js';
import type { ParkedRecord } from '../records/event-record.js';
import { parkedIdOf, placeOf, type ParkedBecause } from './loan-event.js';
import type { ParkedStore, ToPark } from './parked-store.js';

/** Keeps a record as it came, unreadable without the key. `context` binds it to its place on the log. */
export type RecordSealer = {
  sealBytes(context: string, bytes: Uint8Array): ParkedRecord['sealedBytes'];
  openBytes(context: string, sealed: ParkedRecord['sealedBytes']): Uint8Array;
  /** Equal values of one kind give equal hashes (hex); without the key nothing can be learnt from one. */
  blindIndex(tenant: string, kind: string, value: string): string;
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
    headers: showable(ports.sealer, record.headers),
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

const visible = (max: number): RegExp => new RegExp(`^[A-Za-z0-9._:/-]{1,${max}}$`);

/** What a header may look like to be kept in clear: what machines write. People's free text, addresses and numbers do not fit. */
const shown: Readonly<Record<string, RegExp>> = {
  'content-type': /^[a-z]+\/[a-z0-9.+-]{1,64}(; ?charset=[A-Za-z0-9-]{1,32})?$/i,
  ce_specversion: /^[0-9.]{1,8}$/,
  ce_id: visible(128),
  ce_source: visible(128),
  ce_type: visible(128),
  ce_time: /^[0-9TtZz:.+-]{1,40}$/,
  ce_tenant: idPattern,
  ce_loan: idPattern,
  ce_attempt: visible(256),
};

/** Telephone, identity and card numbers look like this, and so do some ids: none is kept in clear. */
const couldBeSomebodys = /^\d{7,}[Xx]?$/;

/** In clear, what fits; of the rest a keyed hash, by which equal ones can be told and from which nothing can be learnt. */
function showable({ blindIndex }: RecordSealer, headers: InRecord['headers']): Record<string, string> {
  const show = (name: string, fits: RegExp, value: string): string =>
    fits.test(value) && !couldBeSomebodys.test(value)
      ? value
      : `hash:${blindIndex('', `header/${name}`, value).slice(0, 16)}`;
  return Object.fromEntries(
    Object.entries(shown).flatMap(([name, fits]) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, show(name, fits, value)]];
    }),
  );
}

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

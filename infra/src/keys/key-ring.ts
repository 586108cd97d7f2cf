import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Sealed } from '@recourse/activities/records/person-record';

/** What only the holder of the key-encryption key can do with personal data. */
export interface KeyRing {
  /** A new data key for a person, wrapped. Deleting the wrapped key erases everything sealed under it. */
  newPersonKey(owner: PersonOwner): string;
  /** Throws when wrapped key, owner, field or content do not belong together. */
  seal(wrappedKey: string, owner: PersonOwner, field: string, text: string): Sealed;
  open(wrappedKey: string, owner: PersonOwner, field: string, sealed: Sealed): string;
  /** Equal values of one kind in one tenant give equal indexes; without the key nothing can be learnt from one. Hex. */
  blindIndex(tenant: string, kind: string, value: string): string;
  /** Bytes that belong to nobody yet, such as a parked record; `context` must be the same when opened. */
  sealBytes(context: string, bytes: Uint8Array): Sealed;
  openBytes(context: string, sealed: Sealed): Uint8Array;
}

export type PersonOwner = { tenant: string; personId: string };

const keyBytes = 32;
const ivBytes = 12;

/** A key ring under one key-encryption key of 64 hex digits. Throws when it is not one. */
export function keyRing(kekHex: string): KeyRing {
  if (!/^[0-9a-f]{64}$/i.test(kekHex)) throw new Error('the key-encryption key must be 64 hex digits');
  const kek = Buffer.from(kekHex, 'hex');
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', kek, 'recourse/v1', purpose, keyBytes));
  const wrapping = derive('wrap');
  const parking = derive('bytes');
  const indexKeys = new Map<string, Buffer>();

  const indexKey = (tenant: string): Buffer => {
    const known = indexKeys.get(tenant) ?? derive(`index/${tenant}`);
    indexKeys.set(tenant, known);
    return known;
  };
  const unwrap = (wrappedKey: string, owner: PersonOwner): Buffer => {
    const [iv = '', data = '', tag = ''] = wrappedKey.split('.');
    return decrypt(wrapping, wrapContext(owner), { iv, data, tag });
  };

  return {
    newPersonKey(owner) {
      const { iv, data, tag } = encrypt(wrapping, wrapContext(owner), randomBytes(keyBytes));
      return [iv, data, tag].join('.');
    },
    seal: (wrappedKey, owner, field, text) =>
      encrypt(unwrap(wrappedKey, owner), fieldContext(owner, field), Buffer.from(text, 'utf8')),
    open: (wrappedKey, owner, field, sealed) =>
      decrypt(unwrap(wrappedKey, owner), fieldContext(owner, field), sealed).toString('utf8'),
    blindIndex: (tenant, kind, value) =>
      createHmac('sha256', indexKey(tenant)).update(`${kind}|${value}`).digest('hex'),
    sealBytes: (context, bytes) => encrypt(parking, context, bytes),
    openBytes: (context, sealed) => decrypt(parking, context, sealed),
  };
}

const wrapContext = ({ tenant, personId }: PersonOwner): string => `key|${tenant}|${personId}`;
const fieldContext = ({ tenant, personId }: PersonOwner, field: string): string => `${tenant}|${personId}|${field}|v1`;

// A random 96-bit nonce: one person's key seals a handful of values in its life, the parking key far fewer than 2^32.
function encrypt(key: Buffer, context: string, bytes: Uint8Array): Sealed {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context, 'utf8'));
  const data = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { iv: iv.toString('base64'), data: data.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}

function decrypt(key: Buffer, context: string, { iv, data, tag }: Sealed): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(Buffer.from(tag, 'base64'));
  return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]);
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { PermitHolder } from '@recourse/domain/contact/permit';
import type { PartnerKey } from '@recourse/infra/config/partner-keys';
import { Problem } from './problem.js';

const bearer = /^Bearer ([\x21-\x7e]{1,256})$/i;

const unauthenticated = (): Problem =>
  new Problem(401, 'unauthenticated', 'send Authorization: Bearer KEY with a key of yours that we know');

/**
 * Who asks, by the key. Keys are known by their SHA-256 alone; all are compared, each in constant time, so that an answer's time says
 * nothing of them. @throws Problem 401
 */
export function holderOfKey(keys: readonly PartnerKey[]): (authorization: string | undefined) => PermitHolder {
  return (authorization) => {
    const key = bearer.exec(authorization ?? '')?.[1];
    if (key === undefined) throw unauthenticated();
    const hash = createHash('sha256').update(key).digest();
    const [found] = keys.filter(({ sha256 }) => timingSafeEqual(Buffer.from(sha256, 'hex'), hash));
    if (!found) throw unauthenticated();
    return found.holder;
  };
}

import { createHash, randomBytes } from 'node:crypto';
import type { Partner } from '@recourse/domain/agency/partner-register';

/**
 * A key for each agency the sandbox plays, made anew at every start: `keys` for the agencies (`SANDBOX_AGENCY_KEYS`), `known` what we know of
 * them (`RECOURSE_PARTNER_KEYS`), which is their SHA-256.
 */
export function playedAgencies(partners: ReadonlyMap<string, Partner>): { keys: string; known: string } {
  const made = [...partners.values()]
    .filter(({ kind }) => kind === 'agency')
    .map(({ id }) => ({ id, key: randomBytes(32).toString('hex') }));
  return {
    keys: made.map(({ id, key }) => `${id}:${key}`).join(),
    known: made.map(({ id, key }) => `agency/${id}:${createHash('sha256').update(key).digest('hex')}`).join(),
  };
}

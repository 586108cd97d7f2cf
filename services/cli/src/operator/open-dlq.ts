import { join } from 'node:path';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import type { ResolvePorts } from '@recourse/activities/intake/resolve-parked';
import { wireResolving } from '@recourse/infra/events/wire-intake';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { mongoContactStore } from '@recourse/infra/mongo/mongo-contact-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import type { OpenStores } from '../stack/open-stores.js';

/** What looking at parked events and resolving them needs. */
export function openDlq({ mongo, config }: OpenStores): ResolvePorts {
  const { zones } = loadPolicies(join(repoRoot, 'policies'));
  const contacts = mongoContactStore(mongo, () => new Date());
  return wireResolving({
    mongo,
    keys: keyRing(config.kekHex),
    isKnownZone: (zone) => Object.hasOwn(zones, zone),
    conclude: (outcome) => concludeAttempt({ store: contacts }, outcome),
    partnerReported: (report, itemId, at) => contacts.partnerReported(report, itemId, at),
  });
}

import { join } from 'node:path';
import type { ResolvePorts } from '@recourse/activities/intake/resolve-parked';
import { wireResolving } from '@recourse/infra/events/wire-intake';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import type { OpenStores } from '../stack/open-stores.js';

/** What looking at parked events and resolving them needs. */
export function openDlq({ mongo, config }: OpenStores): ResolvePorts {
  const { zones, law } = loadPolicies(join(repoRoot, 'policies'));
  return wireResolving({
    mongo,
    keys: keyRing(config.kekHex),
    isKnownZone: (zone) => Object.hasOwn(zones, zone),
    law,
    clock: tenantClock(mongo.collections),
  });
}

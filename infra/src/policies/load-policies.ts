import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import type { ContactLaw } from '@recourse/domain/contact/contact-law';
import { readContactLaw } from '@recourse/domain/contact/contact-law-schema';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { PolicyError, type PolicyFault } from './policy-error.js';
import { readPolicyFile } from './read-policy-file.js';
import { shelveStrategies, type CheckedStrategy } from './read-strategies.js';
import { readTemplates } from './read-templates.js';
import { readZones } from './read-zones.js';

/** All rules a running service may use; immutable after loading. `strategiesByHash` holds every version, `latestByName` the highest of each name. */
export type Policies = {
  strategiesByHash: ReadonlyMap<string, Strategy>;
  latestByName: ReadonlyMap<string, CheckedStrategy>;
  law: ContactLaw;
  zones: Record<string, ZoneSlice>;
};

const lawFile = 'rule-packs/baseline.yaml';
const zonesFile = 'zones/zones.json';

const strategyFiles = (dir: string): { files: string[]; faults: PolicyFault[] } => {
  const folder = 'strategies';
  try {
    const files = readdirSync(join(dir, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
    if (files.length === 0)
      return { files, faults: [{ file: folder, path: '', reason: 'holds no strategy (*.yaml)' }] };
    return { files: files.map((name) => `${folder}/${name}`), faults: [] };
  } catch (error) {
    return {
      files: [],
      faults: [
        { file: folder, path: '', reason: `cannot be read: ${error instanceof Error ? error.message : String(error)}` },
      ],
    };
  }
};

const readLaw = (dir: string): { law: ContactLaw } | { faults: PolicyFault[] } => {
  const read = readPolicyFile(join(dir, lawFile), lawFile);
  if ('faults' in read) return read;
  const law = readContactLaw(read.value);
  return 'law' in law ? law : { faults: law.faults.map((fault) => ({ file: lawFile, ...fault })) };
};

const readZoneFile = (dir: string): { zones: Record<string, ZoneSlice> } | { faults: PolicyFault[] } => {
  const read = readPolicyFile(join(dir, zonesFile), zonesFile);
  return 'faults' in read ? read : readZones(read.value, zonesFile);
};

/**
 * Reads and checks `policies/`: strategies, the baseline law, the zone table, and the templates that strategies name.
 * @throws PolicyError naming file, field and reason of everything that is wrong, all files at once.
 */
export const loadPolicies = (dir: string): Policies => {
  const law = readLaw(dir);
  const zones = readZoneFile(dir);
  const found = strategyFiles(dir);
  const read = found.files.map((file) => ({ file, ...readPolicyFile(join(dir, file), file) }));
  const readable = read.flatMap((each) => ('value' in each ? [{ file: each.file, value: each.value }] : []));
  const templates = readTemplates(dir);
  const shelf = shelveStrategies(readable, { hours: 'law' in law ? law.law.hours : undefined, templates });

  const faults = [
    ...('faults' in law ? law.faults : []),
    ...('faults' in zones ? zones.faults : []),
    ...templates.faults,
    ...found.faults,
    ...read.flatMap((each) => ('faults' in each ? each.faults : [])),
    ...shelf.faults,
  ];
  if ('faults' in law || 'faults' in zones || faults.length > 0) throw new PolicyError(faults);
  return { strategiesByHash: shelf.byHash, latestByName: shelf.latest, law: law.law, zones: zones.zones };
};

import { join } from 'node:path';
import { readPartnerRegister, type Partner } from '@recourse/domain/agency/partner-register';
import type { PolicyFault } from './policy-error.js';
import { readPolicyFile } from './read-policy-file.js';

const partnersFile = 'partners.yaml';

/** The agencies and law firms of `policies/`, by id, with every fault of the file. */
export const readPartners = (dir: string): { partners: ReadonlyMap<string, Partner>; faults: PolicyFault[] } => {
  const file = readPolicyFile(join(dir, partnersFile), partnersFile);
  if ('faults' in file) return { partners: new Map(), faults: file.faults };
  const read = readPartnerRegister(file.value);
  return 'partners' in read
    ? { partners: new Map(read.partners.map((partner) => [partner.id, partner])), faults: [] }
    : { partners: new Map(), faults: read.faults.map((fault) => ({ file: partnersFile, ...fault })) };
};

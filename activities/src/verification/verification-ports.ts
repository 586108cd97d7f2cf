import type { PersonStore } from '../people/person-store.js';
import type { DirectoryPort } from './directory-port.js';
import type { ServicingPort } from './servicing-port.js';
import type { VerificationStore } from './verification-store.js';

/** What verification at intake asks, and where it puts what it is told. Either system may be missing, not both. */
export type VerificationPorts = {
  servicing?: ServicingPort;
  directory?: DirectoryPort;
  persons: PersonStore;
  store: VerificationStore;
};

import type { PersonRow } from '../people/person-store.js';

/** The person directory, asked. */
export interface DirectoryPort {
  /** The person with contact points, each with source, day and whether it was verified. @throws PullTrouble when there is no answer, or one that makes no sense */
  person(tenant: string, personId: string): Promise<PersonRow | 'unknown-person'>;
}

import { randomBytes } from 'node:crypto';
import type { InRecord } from '@recourse/activities/event-bus';
import type { IntakeStore } from '@recourse/activities/intake/intake-store';
import type { ParkedBecause } from '@recourse/activities/intake/loan-event';
import type { ParkedStore } from '@recourse/activities/intake/parked-store';
import { receiveEvent } from '@recourse/activities/intake/receive-event';
import type { TakePorts } from '@recourse/activities/intake/take-record';
import type { EventRecord } from '@recourse/activities/records/event-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { Input } from '@recourse/domain/case/case-inputs';
import type { Law } from '@recourse/domain/law/law';
import type { Hold } from '@recourse/domain/holds/hold';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { noLaw } from '../builders/no-law.js';

/** A store under the contract, with what the tests must put into it and look at. */
export type IntakeBench = {
  store: IntakeStore;
  parked: ParkedStore;
  givenTenant(tenant: string, now: string): Promise<void>;
  givenPerson(tenant: string, personId: string): Promise<void>;
  loan(tenant: string, loanId: string): Promise<LoanRecord | undefined>;
  events(tenant: string): Promise<EventRecord[]>;
  inbox(caseId: string): Promise<Input[]>;
  person(tenant: string, personId: string): Promise<{ holds: Hold[]; loans: string[] } | undefined>;
  /** Counts everything stored, to see that nothing was written. */
  documents(): Promise<number>;
  close(): Promise<void>;
};

/** Taking records against that store; `published` gathers what would go to the dead letters. */
export function takingPorts({
  store,
  parked,
  law = noLaw,
}: Pick<IntakeBench, 'store' | 'parked'> & { law?: Law }): TakePorts & {
  published: { record: InRecord; because: ParkedBecause }[];
} {
  const published: { record: InRecord; because: ParkedBecause }[] = [];
  return {
    parked,
    sealer: keyRing(randomBytes(32).toString('hex')),
    receivers: new Map([
      [
        'servicing.loan.events.v1',
        receiveEvent({ read: loanEventReader((zone) => zone === 'Asia/Shanghai'), store, law }),
      ],
    ]),
    publish: async (record, because) => void published.push({ record, because }),
    published,
  };
}

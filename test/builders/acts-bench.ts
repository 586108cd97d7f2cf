import { createActs } from '@recourse/activities/acts/create-acts';
import type { ActPorts } from '@recourse/activities/acts/act-ports';
import type { Act } from '@recourse/domain/case/act';
import type { PlannedNext } from '@recourse/domain/case/plan';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { ActCall, RegisteredActivities } from '@recourse/activities/acts/acts';
import { memoryProviders, type MemoryProviders } from '../fakes/memory-providers.js';
import { smsOf } from './begin-sms.js';
import { contactMongo, type ContactMongo } from './contact-mongo.js';
import { aCase, aLoan, aPerson, aReminder, beginRules, policies, ten } from './contact-records.js';

/** The reminder of `aCase('L1')`, performed by a worker. */
export const ownCall: ActCall = { caseId: smsOf('L1').caseId, planId: smsOf('L1').planId };

export type ActsBench = {
  world: ContactMongo;
  providers: MemoryProviders;
  ports: ActPorts;
  acts: Omit<RegisteredActivities, 'takeTurn'>;
  rung: string[];
  /** Loan `L1` with this act due, and `L2` of the same person with a reminder due within the merge window. */
  given(act?: Act, plan?: Partial<PlannedNext>): Promise<void>;
  /** The inbox of `L1`'s case. */
  items(): Promise<unknown[]>;
  /** Wall time that passed in pauses, which take none. */
  passedMs(): number;
  pass(ms: number): void;
};

/** The acts on a real store, with providers in memory. */
export async function actsBench(mongoUri: string): Promise<ActsBench> {
  const world = await contactMongo(mongoUri);
  const providers = memoryProviders();
  const rung: string[] = [];
  let passed = 0;
  const pass = (ms: number): void => {
    passed += ms;
  };
  const ports: ActPorts = {
    ...providers,
    contacts: world.contacts,
    vault: { open: async () => '+8613900000001' },
    clock: { now: async () => ({ now: ten, kind: 'test' }), wall: () => new Date(Date.now() + passed) },
    doorbell: { ring: async (id) => void rung.push(id) },
    rules: { ...beginRules, strategiesByHash: policies.strategiesByHash },
    pause: async (ms) => pass(ms),
  };
  const given: ActsBench['given'] = (act, plan) =>
    world.given({
      loans: [aLoan('L1'), aLoan('L2')],
      cases: [aCase('L1', act, plan), aCase('L2', aReminder, { dueAt: minutesLater(ten, 30) })],
      persons: [aPerson(['L1', 'L2'])],
    });
  const items = (): Promise<unknown[]> => world.items(ownCall.caseId);
  return { world, providers, ports, acts: createActs(ports), rung, given, items, passedMs: () => passed, pass };
}

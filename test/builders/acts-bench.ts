import { createActs } from '@recourse/activities/acts/create-acts';
import type { ActPorts } from '@recourse/activities/acts/act-ports';
import type { RegisteredActivities } from '@recourse/activities/acts/acts';
import { memoryProviders, type MemoryProviders } from '../fakes/memory-providers.js';
import { contactMongo, type ContactMongo } from './contact-mongo.js';
import { beginRules, policies, ten } from './contact-records.js';

export type ActsBench = {
  world: ContactMongo;
  providers: MemoryProviders;
  ports: ActPorts;
  acts: Omit<RegisteredActivities, 'takeTurn'>;
  rung: string[];
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
  return { world, providers, ports, acts: createActs(ports), rung, passedMs: () => passed, pass };
}

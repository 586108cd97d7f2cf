import type { DeskPorts } from '@recourse/activities/desk/desk-ports';
import { mongoTaskStore } from '@recourse/infra/mongo/mongo-task-store';
import type { ContactMongo } from './contact-mongo.js';
import { beginRules } from './contact-records.js';

/** A desk on real stores, whose every number is the same and whose doorbell nobody hears. */
export const deskPorts = (world: ContactMongo, now: () => string): DeskPorts => ({
  tasks: mongoTaskStore(world.mongo, () => new Date()),
  contacts: world.contacts,
  vault: { open: async () => '+8613900000001' },
  clock: { now: async () => ({ now: now(), kind: 'test' }), wall: () => new Date() },
  doorbell: { ring: async () => undefined },
  rules: beginRules,
  pause: async () => undefined,
});

import type { TenantStore } from '@recourse/activities/tenant/tenant-store';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { Busy } from './busy.js';
import type { Collections } from './collections.js';

const outlastWithinMs = 120_000;

export function tenantStore({
  tenants,
  persons,
  acts,
}: Pick<Collections, 'tenants' | 'persons' | 'acts'>): TenantStore {
  return {
    async get(tenant) {
      return (await tenants.findOne({ _id: tenant })) ?? undefined;
    },
    async create(record) {
      try {
        await tenants.insertOne(record);
        return 'created';
      } catch (error) {
        if (error instanceof mongoose.mongo.MongoServerError && error.code === 11_000) return 'exists';
        throw error;
      }
    },
    async advance(tenant, from, to) {
      const { matchedCount } = await tenants.updateOne(
        { _id: tenant, 'clock.kind': 'test', 'clock.now': from },
        { $set: { 'clock.now': to } },
      );
      return matchedCount === 1 ? 'advanced' : 'moved';
    },
    async stopContact(tenant, stopped) {
      const { matchedCount } = await tenants.updateOne(
        { _id: tenant, contactStopped: { $exists: false } },
        { $set: { contactStopped: stopped } },
      );
      if (matchedCount === 1) return 'stopped';
      return (await tenants.findOne({ _id: tenant }, { projection: { _id: 1 } }))
        ? 'already-stopped'
        : 'unknown-tenant';
    },
    async startContact(tenant) {
      const { matchedCount } = await tenants.updateOne(
        { _id: tenant, contactStopped: { $exists: true } },
        { $unset: { contactStopped: '' } },
      );
      if (matchedCount === 1) return 'started';
      return (await tenants.findOne({ _id: tenant }, { projection: { _id: 1 } })) ? 'not-stopped' : 'unknown-tenant';
    },
    // Every begin that the switch may stop writes a person: one that has written is waited for, one that has not conflicts and reads again.
    // Each in a transaction of its own: a plain write that waits for one makes the local server (SecantusDB 0.7.0b3) wait with it.
    async outlastOlderBegins(tenant) {
      const ids = await persons.find({ tenant }, { projection: { _id: 1 } }).toArray();
      for (const { _id } of ids) await outlastWriters(persons, _id);
    },
    async beingSent(tenant) {
      const begun = await acts
        .find(
          {
            tenant,
            status: 'begun',
            taskId: { $exists: false },
            'act.kind': { $nin: ['recall-from-agency', 'withdraw-from-legal'] },
          },
          { projection: { notAfter: 1 } },
        )
        .toArray();
      return begun.map(({ notAfter }) => notAfter);
    },
  };
}

/** Writes the person once nobody else is writing it. The server ends what a killed process left open within a minute. @throws Busy after two */
async function outlastWriters(persons: Collections['persons'], _id: string): Promise<void> {
  const deadline = Date.now() + outlastWithinMs;
  for (;;) {
    const session = clientOf(persons).startSession();
    try {
      session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
      await persons.updateOne({ _id }, { $inc: { version: 1 } }, { session });
      return await session.commitTransaction();
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
      const conflict = error instanceof mongoose.mongo.MongoError && error.hasErrorLabel('TransientTransactionError');
      if (!conflict) throw error;
      if (Date.now() > deadline) throw new Busy(`${_id} is written by others for two minutes`, { cause: error });
      await pause(20);
    } finally {
      await session.endSession();
    }
  }
}

/** The driver's collections know their client, but their types do not say so. */
function clientOf(collection: object): mongoose.mongo.MongoClient {
  const client: unknown = Reflect.get(collection, 'client');
  if (client instanceof mongoose.mongo.MongoClient) return client;
  throw new Error('the collection does not tell its client');
}

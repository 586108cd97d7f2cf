import { takingBackKinds } from '@recourse/activities/contact/partner-act';
import type { TenantStore } from '@recourse/activities/tenant/tenant-store';
import mongoose from 'mongoose';
import type { Collections } from './collections.js';

export function tenantStore({ tenants, acts }: Pick<Collections, 'tenants' | 'acts'>): TenantStore {
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
    stillSending(tenant) {
      return acts.countDocuments({
        tenant,
        status: 'begun',
        taskId: { $exists: false },
        'act.kind': { $nin: [...takingBackKinds] },
      });
    },
  };
}

import type mongoose from 'mongoose';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import type { Collections } from './collections.js';

type DocumentOf<Name extends keyof Collections> =
  Collections[Name] extends mongoose.mongo.Collection<infer Doc> ? Doc : never;

/** Documents of one collection whose `by` (default `_id`) is one of `values`; without values none. */
export type Wanted<Name extends keyof Collections> = { from: Name; by?: string; values: readonly string[] };

type Found<W extends Record<string, Wanted<keyof Collections>>> = { [K in keyof W]: DocumentOf<W[K]['from']>[] };

/**
 * A tenant and whatever else is wanted, in one request and so from one moment: a request to the server costs more than the documents
 * it brings. Every `by` needs an index. Undefined: no such tenant.
 */
export async function readTogether<W extends Record<string, Wanted<keyof Collections>>>(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  tenant: string,
  wanted: W,
): Promise<({ tenant: TenantRecord } & Found<W>) | undefined> {
  const names = Object.entries(wanted).filter(([, { values }]) => values.length > 0);
  const values = Object.fromEntries(names.map(([name, { values }]) => [name, { $literal: values }]));
  const [found] = await collections.tenants
    .aggregate<Record<string, unknown>>(
      [
        { $match: { _id: tenant } },
        { $project: { tenant: '$$ROOT', values } },
        ...names.map(([name, { from, by }]) => ({
          $lookup: {
            from: collections[from].collectionName,
            localField: `values.${name}`,
            foreignField: by ?? '_id',
            as: name,
          },
        })),
        { $unset: 'values' },
      ],
      { session },
    )
    .toArray();
  if (!found) return undefined;
  const none = Object.fromEntries(Object.keys(wanted).map((name) => [name, []]));
  // The pipeline builds exactly this shape; the driver cannot know it.
  return { ...none, ...found } as { tenant: TenantRecord } & Found<W>;
}

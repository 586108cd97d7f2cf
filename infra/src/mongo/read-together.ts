import type mongoose from 'mongoose';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import type { Collections } from './collections.js';

type DocumentOf<Name extends keyof Collections> =
  Collections[Name] extends mongoose.mongo.Collection<infer Doc> ? Doc : never;

/** Keys that are known only from what the same request has read before: an expression that gives an array of strings. */
export type Computed = { computed: mongoose.mongo.Document };

/** Documents of one collection whose `by` (default `_id`) is one of `values`; without values none. */
export type Wanted<Name extends keyof Collections> = {
  from: Name;
  by?: string;
  values: readonly string[] | Computed;
};

type Found<W extends Record<string, Wanted<keyof Collections>>> = { [K in keyof W]: DocumentOf<W[K]['from']>[] };

/** No key is empty. An array without any would match documents that lack the field. */
const noKey = '';

/** Keys of documents of the tenant, from an expression that gives an array of ids. */
export const keysWithin = (tenant: string, ids: mongoose.mongo.Document | string): Computed => ({
  computed: { $map: { input: { $ifNull: [ids, []] }, in: { $concat: [`${tenant}/`, '$$this'] } } },
});

/**
 * A tenant and whatever else is wanted, in one request: a request to the server costs more than the documents it brings.
 * In a session's transaction all of it is of one moment. Without one, each is read after those named before it, the tenant first.
 * What is named early is carried through all the rest: name the small ones first where the order is free.
 * Every `by` needs an index. Undefined: no such tenant.
 */
export async function readTogether<W extends Record<string, Wanted<keyof Collections>>>(
  collections: Collections,
  session: mongoose.mongo.ClientSession | undefined,
  tenant: string,
  wanted: W,
): Promise<({ tenant: TenantRecord } & Found<W>) | undefined> {
  const names = Object.entries(wanted).filter(([, { values }]) => 'computed' in values || values.length > 0);
  const known = names.flatMap(([name, { values }]) => ('computed' in values ? [] : [[name, { $literal: values }]]));
  const [found] = await collections.tenants
    .aggregate<Record<string, unknown>>(
      [
        { $match: { _id: tenant } },
        { $project: { tenant: '$$ROOT', values: Object.fromEntries(known) } },
        ...names.flatMap(([name, each]) => stagesOf(collections, name, each)),
      ],
      session ? { session } : {},
    )
    .toArray();
  if (!found) return undefined;
  const none = Object.fromEntries(Object.keys(wanted).map((name) => [name, []]));
  const { values: _, ...read } = found;
  // The pipeline builds exactly this shape; the driver cannot know it.
  return { ...none, ...read } as { tenant: TenantRecord } & Found<W>;
}

function stagesOf(
  collections: Collections,
  name: string,
  { from, by = '_id', values }: Wanted<keyof Collections>,
): mongoose.mongo.Document[] {
  const lookup = {
    from: collections[from].collectionName,
    localField: `values.${name}`,
    foreignField: by,
    as: name,
  };
  return [
    ...('computed' in values ? [{ $set: { [`values.${name}`]: { $concatArrays: [values.computed, [noKey]] } } }] : []),
    { $lookup: lookup },
  ];
}

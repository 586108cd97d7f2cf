import { expect } from 'vitest';
import type { Planted } from './planted-contacts.js';
import type { StoredWorld } from './stored-world.js';

/** Changes one document, and puts it back as it was. */
export function documentChanged(
  { db }: StoredWorld,
  collection: string,
  _id: string,
  update: object,
  words: string | RegExp,
): Planted {
  const documents = () => db.collection<{ _id: string }>(collection);
  let before: { _id: string } | null = null;
  return {
    async plant() {
      before = await documents().findOne({ _id });
      const { matchedCount } = await documents().updateOne({ _id }, update);
      expect(matchedCount).toBe(1);
    },
    undo: async () => before && documents().replaceOne({ _id }, before),
    words,
  };
}

/** Two changes at once, told in the words of the second. */
export const both = (one: Planted, other: Planted): Planted => ({
  plant: async () => (await one.plant(), other.plant()),
  undo: async () => (await other.undo(), one.undo()),
  words: other.words,
});

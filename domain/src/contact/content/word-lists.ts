import { z } from 'zod';

const list = z.strictObject({ zh: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) });

/**
 * Words that are found in texts (`policies/templates/forbidden-words.yaml`). `forbidden`: in no message, by what they do. `debt`, `product`:
 * what shows a debt to whoever reads or hears. `settling`: what a machine may not negotiate.
 */
export const wordListsShape = z.strictObject({
  forbidden: z.record(z.string().min(1), list),
  debt: list,
  product: list,
  settling: list,
});

export type WordLists = z.infer<typeof wordListsShape>;
export type WordList = z.infer<typeof list>;

/** Both languages at once: a word is as bad in the wrong one. */
export const allOf = ({ zh, en }: WordList): string[] => [...zh, ...en];

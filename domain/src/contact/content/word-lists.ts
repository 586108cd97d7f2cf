import { z } from 'zod';

const list = z.strictObject({ zh: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) });

/** What no lender may leave out of its list. */
const kept = [
  'threat',
  'insult',
  'posing-as-authority',
  'blacklist',
  'borrow-elsewhere',
  'trick',
  'extra-fee',
] as const;

/**
 * Words that are found in texts (`policies/templates/forbidden-words.yaml`). `forbidden`: in no message, by what they do; a lender may add kinds and take none out. `debt`, `product`:
 * what shows a debt to whoever reads or hears. `settling`: what a machine may not negotiate.
 */
export const wordListsShape = z.strictObject({
  forbidden: z.record(z.string().min(1), list).superRefine((forbidden, { addIssue }) => {
    for (const kind of kept.filter((each) => !Object.hasOwn(forbidden, each)))
      addIssue({ code: 'custom', path: [kind], message: 'is missing: words of this kind are in no message' });
  }),
  debt: list,
  product: list,
  settling: list,
});

export type WordLists = z.infer<typeof wordListsShape>;
export type WordList = z.infer<typeof list>;

/** Both languages at once: a word is as bad in the wrong one. */
export const allOf = ({ zh, en }: WordList): string[] => [...zh, ...en];

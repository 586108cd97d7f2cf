import type { z } from 'zod';
import { pathText } from './path-text.js';
import { plainReason } from './plain-reason.js';

/** One field of a data file that is not as it must be: `stages[2].steps[0].at`, and what is wrong in plain words. */
export type SchemaFault = { path: string; reason: string };

/** Every fault at once; an unknown key is named by its own path, since it is mostly a misspelling. */
export const schemaFaults = (error: z.ZodError): SchemaFault[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathText([...issue.path, key]), reason: 'is not a known field' }))
      : [{ path: pathText(issue.path), reason: plainReason(issue) }],
  );

import type { CaseFactType } from '@recourse/domain/case/case-facts';
import { z } from 'zod';
import { instant, text } from './case-shapes-schema.js';

/** The schema of one type of fact: what every fact has, and its own `shape`. */
export const fact = <T extends CaseFactType, S extends z.core.$ZodLooseShape>(type: T, says: string, shape: S) =>
  z
    .object({
      v: z.literal(1),
      at: instant,
      cause: text.describe('The inbox item, plan or `clock` that led to it.'),
      type: z.literal(type),
      ...shape,
    })
    .describe(says);

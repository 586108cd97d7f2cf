import { z } from 'zod';
import type { Bucket } from '../money/arrears.js';

/** The buckets of days past due, in the order a loan rolls through them. */
export const buckets = ['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M6+'] as const satisfies readonly Bucket[];

export const bucketShape = z.enum(buckets, `must be one of ${buckets.join(', ')}`);

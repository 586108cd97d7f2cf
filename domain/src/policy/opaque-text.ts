import { z } from 'zod';

/**
 * An id or name from outside that we only repeat and compare: not blank, and without control or format characters, line feeds among them, by
 * which data could write over what a terminal shows, or two ids look alike.
 */
export const opaqueText = z
  .string('must be text')
  .min(1, 'must not be empty')
  .regex(/^(?!\s+$)[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'must not be blank, nor hold control characters');

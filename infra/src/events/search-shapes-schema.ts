import { z } from 'zod';

const day = z.string().meta({ format: 'date' });
const source = z.enum(['contact-person', 'own-records', 'public-register', 'other-product']);
const basis = z.string().describe('On what the source rests in law.');

/** What is told of looking for a borrower who cannot be reached. */
export const unreachable = {
  personId: z.string(),
  because: z.enum(['numbers-invalid', 'attempts-failed']),
  acts: z.array(z.string()).describe('The calls that failed.'),
  points: z.array(z.string()),
  days: z.array(day),
};
export const located = { pointId: z.string(), source, basis };
export const searched = z.array(
  z.object({ source, basis, found: z.enum(['number-found', 'address-found', 'known-already', 'nothing-found']) }),
);

import { z } from 'zod';

/** What an amount is made of; one that is not known is refused: it would be money missing from the claim. */
export const componentSchema = z.enum(
  ['principal', 'interest', 'penalty', 'compound', 'damages', 'fees', 'costs'],
  'must be a component: principal, interest, penalty, compound, damages, fees or costs',
);

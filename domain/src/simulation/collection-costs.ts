import { z } from 'zod';

const minor = z
  .int('must be a whole number of minor units')
  .min(0, 'must not be below 0')
  .max(1_000_000_000, 'is too much');
const basisPoints = z.int('must be whole basis points').min(0, 'must be 0 to 10000').max(10_000, 'must be 0 to 10000');

const pricesShape = z.strictObject({
  perContact: z.strictObject({
    sms: minor,
    email: minor,
    app: minor,
    im: minor,
    letter: minor,
    'voice-bot': minor,
    dialler: minor,
    call: minor,
    visit: minor,
  }),
  commission: z.strictObject({ agency: basisPoints, 'law-firm': basisPoints }),
  referral: minor,
});

/** What collecting costs in a simulation (`policies/simulation/costs.yaml`), by currency. */
export const collectionCostsShape = z.strictObject({
  costs: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
  version: z.int().min(1),
  currencies: z.record(z.string().regex(/^[A-Z]{3}$/, 'must be a currency of three letters'), pricesShape),
});

export type CollectionCosts = z.infer<typeof collectionCostsShape>;
export type Prices = z.infer<typeof pricesShape>;

import fc from 'fast-check';

/** Properties try the same cases on every run, so that a red run is of the change and not of luck. FAST_CHECK_SEED draws others: a number, or `any`. */
const told = process.env['FAST_CHECK_SEED'] ?? '20261122';
if (told !== 'any' && !/^-?\d{1,9}$/.test(told))
  throw new Error(`FAST_CHECK_SEED is a whole number or any, not ${told}`);
if (told !== 'any') fc.configureGlobal({ seed: Number(told) });

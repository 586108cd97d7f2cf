import type { BeginVerdict, Withheld } from './contact-store.js';

type Because = Withheld extends infer W ? (W extends Withheld ? Omit<W, 'planId' | 'actId' | 'at'> : never) : never;
/** Says no to a `begin`, with the reason as a value; of a contact with what the gate was asked. */
export type Withhold = (because: Because) => BeginVerdict;

import { chargeBeginsOn } from './charge-begins-on.js';
import type { Position } from './position.js';
import type { Waiver } from './waiver.js';

/** Waivers that hold and take nothing off, since their charge begins only later. One whose charge nobody told of yet waits for it and is none of them. */
export const waiversBeforeCharge = ({ charges = [], waivers = [] }: Pick<Position, 'charges' | 'waivers'>): Waiver[] =>
  waivers.filter(({ of, waivedOn, withdrawnOn }) => {
    if (!('chargeId' in of) || withdrawnOn !== undefined) return false;
    const charge = charges.find(({ chargeId }) => chargeId === of.chargeId);
    return charge !== undefined && waivedOn < chargeBeginsOn(charge);
  });

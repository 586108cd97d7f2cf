import type { Instant } from '../calendar/instant.js';
import type { Channel } from './channel.js';
import type { PlaceType } from './ledger-entry.js';
import type { OutcomeCode } from './outcome-codes.js';
import { outcomeTable } from './outcome-table.js';
import type { AgreedTime, Consent, InconvenientTime, OptOut } from './standing-of-person.js';

/**
 * What somebody asked for or agreed to in a conversation or an answer to a message; dated by whoever hears it. An opt-out without channel
 * is from all, without point at every point.
 */
export type Wish =
  | ({ wish: 'opt-out' } & Omit<OptOut, 'at'>)
  | ({ wish: 'consent' } & Pick<Consent, 'to' | 'channel' | 'pointId' | 'until'>)
  | ({ wish: 'agreed-time' } & Omit<AgreedTime, 'points' | 'saidAt' | 'heardAt'>)
  | ({ wish: 'inconvenient-time' } & InconvenientTime)
  | { wish: 'inconvenient-place'; place: PlaceType }
  | { wish: 'language'; language: string };

export type WishKind = Wish['wish'];

/** What the journal keeps of a wish: no time, place or point of anybody. */
export type WishTold = { wish: WishKind; channel?: Channel };

/** A wish that takes a right to contact back is honoured whoever says it and however late it is told; one that gives a right is not. */
export const takesBack = ({ wish }: Wish): boolean => {
  switch (wish) {
    case 'opt-out':
    case 'inconvenient-time':
    case 'inconvenient-place':
      return true;
    case 'consent':
    case 'agreed-time':
    case 'language':
      return false;
    default:
      return wish satisfies never;
  }
};

/** Whether a wish is taken from who was reached: rights are given by the person alone, once verified. */
export const isTakenFrom = (code: OutcomeCode, wish: Wish): boolean => takesBack(wish) || outcomeTable[code].rightParty;

export const wishTold = (wish: Wish): WishTold => {
  const channel = 'channel' in wish ? wish.channel : undefined;
  return { wish: wish.wish, ...(channel !== undefined && { channel }) };
};

/** Wishes with the instant they were told at; `heardAt`: when that came to us, absent where it was then. */
export type ToldWishes = { wishes: readonly Wish[]; at: Instant; heardAt?: Instant };

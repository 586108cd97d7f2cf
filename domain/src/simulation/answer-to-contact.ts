import type { Channel } from '../contact/channel.js';
import type { OutcomeCode } from '../contact/outcome-codes.js';
import type { BorrowerModel } from './borrower-model.js';
import { pickShare } from './pick-share.js';
import type { LoanWorld } from './loan-world.js';

/** What came of a contact: of a message whether it arrived, of a call or visit a code of the outcome table. */
export type Answer = 'delivered' | 'failed' | 'unknown' | OutcomeCode;

const sharesOf = <T extends string>(shares: Partial<Record<T, number>>): (readonly [T, number])[] =>
  (Object.entries(shares) as [T, number][]).map(([name, share]) => [name, share] as const);

/** Nobody is reached every time. */
const mostReached = 95;

const spokenAnswer = ({ rules, throws, type }: LoanWorld, where: 'telephone' | 'door', nth: number): OutcomeCode => {
  const { spoken, rightParty } = rules.model;
  const unreached = sharesOf(spoken[where]);
  const reached = 100 - unreached.reduce((sum, [, share]) => sum + share, 0);
  const reaches = Math.min(reached * type.reached, Math.max(reached, mostReached));
  // The same throw reaches under either of two strategies, whatever is said then.
  if (throws(`${where}/reached`, nth) * 100 < reaches)
    return pickShare(sharesOf(rightParty), throws(`${where}/said`, nth)) ?? 'hung-up-after';
  return pickShare(unreached, throws(`${where}/unreached`, nth)) ?? 'no-answer';
};

const fateOf = ({ rules, throws }: LoanWorld, channel: keyof BorrowerModel['messages'], nth: number): Answer =>
  pickShare(sharesOf(rules.model.messages[channel]), throws(`${channel}/fate`, nth)) ?? 'unknown';

/** What chance makes of the `nth` contact of a loan by this channel. */
export const answerToContact = (world: LoanWorld, channel: Channel, nth: number): Answer => {
  switch (channel) {
    case 'sms':
    case 'email':
    case 'app':
    case 'im':
    case 'letter':
      return fateOf(world, channel, nth);
    case 'call':
    case 'dialler':
    case 'voice-bot':
      return spokenAnswer(world, 'telephone', nth);
    case 'visit':
      return spokenAnswer(world, 'door', nth);
    default:
      return channel satisfies never;
  }
};

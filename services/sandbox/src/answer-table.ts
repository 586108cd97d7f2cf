import { chance } from './chance.js';
import type { Said } from './loan-script.js';
import { pick } from './pick.js';

type Shares = readonly (readonly [share: number, said: Said['code']])[];

const rightParty = [
  [36, 'promise'],
  [14, 'pays-now'],
  [12, 'hardship'],
  [12, 'hung-up-after'],
  [10, 'refuses'],
  [8, 'call-back-at'],
  [4, 'disputes'],
  [2, 'complains'],
  [1, 'asks-proof'],
  [1, 'asks-written'],
] as const satisfies Shares;

const scaled = (whole: number): Shares => rightParty.map(([share, said]) => [(share * whole) / 100, said]);

/** What comes of dialling a number: experience values, in per cent of dials. */
const dialled: Shares = [
  [50, 'no-answer'],
  [6, 'busy'],
  [7, 'powered-off'],
  [1, 'invalid-number'],
  [8, 'voicemail'],
  [3, 'third-party-relays'],
  [1, 'third-party-refuses'],
  ...scaled(24),
];

const atTheDoor: Shares = [[45, 'no-answer'], [10, 'third-party-relays'], ...scaled(45)];

const unreached: Shares = [
  [70, 'no-answer'],
  [12, 'busy'],
  [10, 'powered-off'],
  [8, 'voicemail'],
];

const keptShare = 0.6;

/** What chance makes of the `nth` call or visit to somebody. */
export function answerByChance(seed: string, subject: string, how: 'call' | 'visit', nth: number): Said {
  const code = pick(how === 'call' ? dialled : atTheDoor, chance(seed, `${subject}/${how}`, nth));
  return code === 'promise' ? { code, kept: chance(seed, `${subject}/keeps`, nth) < keptShare } : { code };
}

/** How the `nth` call to somebody who cannot be reached fails; a visit finds nobody. */
export function failToReach(seed: string, subject: string, how: 'call' | 'visit', nth: number): Said {
  return { code: how === 'visit' ? 'no-answer' : pick(unreached, chance(seed, `${subject}/unreached`, nth)) };
}

const rightPartyCodes = new Set<Said['code']>([
  ...rightParty.map(([, said]) => said),
  'represented',
  'incapacity',
  'self-harm-risk',
]);
export const isRightParty = ({ code }: Said): boolean => rightPartyCodes.has(code) || code === 'already-paid';

import { type LoanScript, script } from '../loan-script.js';
import { afterTalk, say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const shows = 'paid-after-call' as const;
const talker = (more: LoanScript['shows'], calls: LoanScript['calls'], differs: Partial<LoanScript> = {}) =>
  script('after-call', [shows, ...more], { alwaysReached: true, calls, ...differs });

/** Can be spoken to late in the evening only, as agreed with the bank before, or as they say in the first call. */
const lateCaller = (how: Partial<LoanScript>) =>
  talker(['called-late-as-agreed'], say('call-back-at', 'pays-now'), how);

/** Pay after a conversation: 26 loans, eight of them at one failed training school. */
export const afterCalls: readonly Recipe[] = [
  recipe('dTTm', 'Lahk', (nth) =>
    nth < 1
      ? talker([], say('no-answer', 'pays-now'))
      : lateCaller(nth < 3 ? { known: 'call-late' } : { tells: 'call-late' }),
  ),
  recipe('jjff', 'cccc', talker([], say('no-answer', 'pays-now')), { inPairs: true }),
  recipe('dm', 'Lc', talker(['paid-mid-call'], say('no-answer', 'already-paid'), { paysAtCall: 2 })),
  recipe('ddddjjjj', 'tttttttt', talker(['dispute-cluster'], say('disputes'), { pays: [afterTalk(18)] })),
  recipe('TTdf', 'cLck', talker(['disputed'], say('no-answer', 'disputes'), { pays: [afterTalk(12)] })),
  recipe('TTdf', 'chcc', talker(['complained'], say('complains'), { pays: [afterTalk(10)] })),
];

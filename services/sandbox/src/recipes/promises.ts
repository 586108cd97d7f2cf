import { type LoanScript, script } from '../loan-script.js';
import { asksAndSigns, promises, say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const kept = (more: LoanScript['shows'], keptHow?: 'by-parts' | 'told-late') =>
  script('promise-kept', ['promise-kept', ...more], {
    alwaysReached: true,
    calls: [...say('no-answer'), promises(true, keptHow === undefined ? {} : { keptHow })],
  });

/** Has another number by now: promises in the first call there. */
const elsewhere = script('promise-kept', ['promise-kept', 'found-by-number'], {
  alwaysReached: true,
  search: 'finds-number',
  calls: [promises(true)],
});

/** Keep what they promise (22 loans), or break it and pay later (14), four of them the plan they were given too. */
export const promiseMakers: readonly Recipe[] = [
  recipe('ddddTTTTjjfmm', 'ccshccchkhccc', (nth) => (nth < 4 ? elsewhere : kept([]))),
  recipe('dTTjfm', 'hccckc', kept(['promise-kept-by-parts'], 'by-parts')),
  recipe('djf', 'csc', kept(['posting-lag'], 'told-late')),
  recipe('ddddjjjjjj', 'cckcachscc', (nth) =>
    script('promise-broken', ['promise-broken', 'paid-after-broken'], {
      alwaysReached: true,
      ...(nth < 2 ? { known: 'sms-opt-out' as const } : nth < 4 && { tells: 'stop-sms' as const }),
      calls: nth % 2 === 0 ? [promises(false), ...say('pays-now')] : [promises(false), promises(true)],
    }),
  ),
  recipe(
    'dddd',
    'csch',
    script('promise-broken', ['promise-broken', 'hardship', ...asksAndSigns, 'broke-agreement', 'paid-after-broken'], {
      alwaysReached: true,
      calls: [promises(false), ...say('hardship')],
      applies: {
        after: { shown: 'hardship', days: 2 },
        asks: { kind: 'repayment-plan', parts: 2, firstInDays: 10 },
        pays: { breaksAfter: 1, paysLaterDays: 25 },
      },
    }),
  ),
];

import { type LoanScript, type PayRule, type Said, script } from './loan-script.js';

/** `firstDay`: the first missed instalment falls due this many days into the portfolio, or soon after. */
export type Recipe = {
  script: LoanScript;
  firstDays: number[];
  product: 'cash-loan' | 'merchant-instalment' | 'card-instalment';
};

const arrears = 'arrears' as const;
const afterMessage = (nth: number, days = 0): PayRule => ({
  after: { on: 'message', nth, days },
  amount: arrears,
  shows: 'paid-after-message',
});
const afterMiss = (days: number, shows: PayRule['shows'], differs: Partial<PayRule> = {}): PayRule => ({
  after: { on: 'miss', nth: 1, days },
  amount: arrears,
  shows,
  ...differs,
});
const inGrace = (days = 1): PayRule => afterMiss(days, 'cured-in-grace');
const say = (...codes: Said['code'][]): Said[] => codes.map((code) => ({ code }));
const promises = (kept: boolean): Said => ({ code: 'promise', kept });

const silent = script('never-pays', ['never-paid'], { alwaysReached: true });
const unwilling = script('never-pays', ['never-paid'], {
  alwaysReached: true,
  calls: say('no-answer', 'hung-up-before-verification', 'refuses'),
  visits: say('no-answer', 'refuses'),
});

const cash = (firstDays: number[], of: LoanScript): Recipe => ({ script: of, firstDays, product: 'cash-loan' });
const shop = (firstDays: number[], of: LoanScript): Recipe => ({
  script: of,
  firstDays,
  product: 'merchant-instalment',
});
const card = (firstDays: number[], of: LoanScript): Recipe => ({ script: of, firstDays, product: 'card-instalment' });

/**
 * The default portfolio: one loan for each of `firstDays`. What must reach the law firm (ladder day 138) begins within 20 days,
 * an agency (day 70) within 60, a visit (day 33) within 75.
 */
export const recipes: readonly Recipe[] = [
  cash([0, 14, 42, 61, 75], script('self-cure', ['cured-in-grace'], { pays: [inGrace()] })),
  cash([3, 23], script('after-first-message', ['paid-after-message'], { pays: [afterMessage(1)] })),
  shop([5, 33, 63], script('after-second-message', ['paid-after-message'], { pays: [afterMessage(2, 1)] })),
  cash([9, 68], script('after-call', ['paid-after-call'], { calls: say('pays-now') })),
  card([19, 47], script('after-third-call', ['paid-after-call'], { calls: say('no-answer', 'busy', 'pays-now') })),
  cash([4, 24, 70], script('promise-kept', ['promise-kept'], { calls: [...say('no-answer'), promises(true)] })),
  cash(
    [8, 44],
    script('promise-broken', ['promise-broken', 'promise-kept'], {
      calls: [promises(false), ...say('no-answer'), promises(true)],
    }),
  ),
  shop(
    [29],
    script('promise-broken', ['promise-broken', 'paid-after-call'], { calls: [promises(false), ...say('pays-now')] }),
  ),
  cash(
    [2, 31],
    script('part-payer', ['part-paid', 'paid-after-call'], {
      pays: [afterMiss(10, 'part-paid', { amount: { percent: 40 } })],
      calls: say('no-answer', 'no-answer', 'voicemail', 'pays-now'),
    }),
  ),
  cash(
    [13, 39],
    script('part-payer-lower', ['part-paid'], {
      pays: [
        afterMiss(39, 'part-paid', { amount: 'oldest-instalment' }),
        { after: { on: 'payment', days: 12 }, amount: arrears, shows: 'part-paid' },
      ],
    }),
  ),
  cash([10, 57], script('cure-at-visit', ['paid-at-visit'], { visits: say('pays-now') })),
  cash(
    [20, 54],
    script('agency-paid', ['paid-at-agency'], {
      alwaysReached: true,
      pays: [{ after: { on: 'placement', days: 12 }, amount: arrears, shows: 'paid-at-agency' }],
    }),
  ),
  cash(
    [6, 15],
    script('agency-returned', ['returned-by-agency'], {
      alwaysReached: true,
      agencyReturnsAfterDays: 20,
      calls: say('no-answer', 'refuses'),
    }),
  ),
  cash(
    [0, 12],
    script('legal-paid', ['paid-at-law-firm'], {
      alwaysReached: true,
      pays: [{ after: { on: 'referral', days: 10 }, amount: arrears, shows: 'paid-at-law-firm' }],
    }),
  ),
  cash([5, 45], silent),
  card([17], unwilling),
  cash(
    [11, 50],
    script('reversed', ['payment-reversed', 'paid-after-message'], {
      pays: [afterMessage(1), { after: { on: 'reversal', days: 8 }, amount: arrears, shows: 'payment-reversed' }],
      reversed: { nth: 1, days: 3 },
    }),
  ),
  cash(
    [16, 41],
    script('back-dated', ['payment-back-dated'], {
      pays: [afterMiss(14, 'payment-back-dated', { backDatedDays: 10 })],
    }),
  ),
  shop([21, 49], script('late', ['event-late'], { pays: [afterMiss(11, 'event-late', { toldLaterDays: 2 })] })),
  cash(
    [27, 58],
    script('duplicate', ['event-twice', 'paid-after-message'], { pays: [afterMessage(1)], paymentsTwice: true }),
  ),
  card(
    [18, 46],
    script('reordered', ['event-reordered'], {
      missToldLate: 1,
      pays: [{ after: { on: 'miss', nth: 2, days: 0 }, amount: arrears, shows: 'event-reordered' }],
    }),
  ),
  cash(
    [7, 34],
    script('relapse', ['missed-again', 'paid-after-message'], {
      misses: [0, 1],
      pays: [afterMessage(1), afterMiss(12, 'missed-again')],
    }),
  ),
  cash(
    [22],
    script('second-episode', ['cured-in-grace', 'missed-again'], {
      misses: [0, 1],
      pays: [inGrace(), afterMiss(9, 'missed-again')],
    }),
  ),
  cash(
    [2],
    script('episode-after-monitoring', ['paid-after-message', 'missed-again'], {
      misses: [0, 5],
      pays: [afterMessage(1), afterMiss(6, 'missed-again')],
    }),
  ),
  cash([26, 55], script('paid-off', ['paid-off'], { instalmentsLeft: 1, pays: [afterMiss(8, 'paid-off')] })),
  cash([30], script('pays-at-send', ['paid-at-send'], { paysAtSend: 1 })),
  cash(
    [35],
    script('poisoned-payment', ['poisoned-payment'], {
      nonsense: { what: 'payment', corrected: true },
      calls: say('no-answer'),
    }),
  ),
  shop(
    [25],
    script('poisoned-payment', ['poisoned-payment'], {
      nonsense: { what: 'payment', corrected: false },
      pays: [afterMiss(25, 'paid-unasked')],
    }),
  ),
  shop(
    [36],
    script('wrong-sums', ['wrong-sums'], { nonsense: { what: 'miss' }, pays: [afterMiss(16, 'paid-unasked')] }),
  ),
];

/** Two loans of one person that fall due on one day: one task, one conversation, both paid. */
export const pairRecipe: Recipe = cash(
  [32],
  script('pair', ['paid-after-call'], { calls: say('no-answer', 'pays-now') }),
);

/** Borrowers without a script: chance decides what they say and when they pay. */
export const chanceRecipe: Recipe = cash(
  [3, 12, 22, 37, 53, 66, 77],
  script('by-chance', [], { afterwards: 'chance' }),
);

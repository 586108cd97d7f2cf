import { type LoanScript, type Said, script } from '../loan-script.js';
import { asksAndSigns, paysAsAgreed, say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

type Differs = Partial<LoanScript>;

/** Says this in the first conversation; what is paid then is paid as agreed. */
const says = (code: Said['code'], shows: LoanScript['shows'][number], differs: Differs = {}) =>
  script('arranged', [shows, ...asksAndSigns, 'paid-as-agreed', ...(differs.representative ? spokenFor : [])], {
    alwaysReached: true,
    calls: say(code),
    bots: say('no-answer', 'no-answer'),
    ...differs,
  });
const told = (
  what: 'person-died' | 'person-insolvent' | 'person-opted-out',
  shows: LoanScript['shows'],
  differs: Differs = {},
) =>
  script(differs.applies ? 'arranged' : 'protected', [...shows, ...(differs.representative ? spokenFor : [])], {
    personNews: { what, after: 'miss', days: 12 },
    ...differs,
  });
const spokenFor = ['representative-asked'] as const;
/** Answers no telephone, and says this when a crew stands at the door, which leaves and does not come again. */
const atTheDoor = (code: Said['code'], shows: LoanScript['shows'], differs: Differs = {}) =>
  script('arranged', [...shows, ...asksAndSigns, 'paid-as-agreed'], {
    alwaysReached: true,
    visits: say(code),
    ...differs,
  });
const worthAVisit = { atLeast: 15 };

/** All that is overdue, so many days later. */
const deferral = (firstInDays: number) => ({ kind: 'deferral', parts: 1, firstInDays }) as const;
const plan = (parts: number) => ({ kind: 'repayment-plan', parts, firstInDays: 15 }) as const;
const hardship = { kind: 'hardship', parts: 3, firstInDays: 20 } as const;

const afterComplaint = paysAsAgreed('complained', 12, hardship);

/**
 * Who must be left alone. Twelve ask for time in writing, themselves or who speaks for them, and pay as agreed: eight by a plan, four all that
 * is overdue on a later day. With the four who break theirs (`promises.ts`) they are the 16 of plan, hardship and deferral.
 */
export const protectedOnes: readonly Recipe[] = [
  recipe('dd', 'cs', says('disputes', 'disputed', paysAsAgreed('disputed', 20, deferral(45)))),
  recipe(
    'dd',
    'cs',
    (nth) =>
      nth === 0
        ? atTheDoor('complains', ['complained', 'conflict-at-door'], afterComplaint)
        : says('complains', 'complained', afterComplaint),
    worthAVisit,
  ),
  recipe(
    'dd',
    'cs',
    says('represented', 'represented', { representative: 'attorney', ...paysAsAgreed('represented', 10, plan(3)) }),
  ),
  recipe(
    'd',
    's',
    atTheDoor('incapacity', ['incapacity', 'vulnerable-at-door', ...spokenFor], {
      representative: 'guardian',
      ...paysAsAgreed('incapacity', 12, deferral(40)),
    }),
    worthAVisit,
  ),
  recipe('d', 's', says('self-harm-risk', 'self-harm-remark', paysAsAgreed('self-harm-remark', 20, deferral(40)))),
  recipe(
    'dd',
    'ck',
    script('protected', ['wrong-address', 'found-by-contact'], {
      calls: say('hung-up-after'),
      bots: say('no-answer'),
      visits: say('wrong-number', 'wrong-number'),
      contact: 'passes-on',
    }),
    {
      atLeast: 15,
    },
  ),
  recipe('G', 'c', told('person-insolvent', ['insolvent'])),
  recipe('G', 's', told('person-died', ['died'], { representative: 'estate' })),
  recipe('GGHH', 'csak', (nth) =>
    told(
      'person-opted-out',
      ['opted-out', ...asksAndSigns, 'paid-as-agreed'],
      paysAsAgreed('opted-out', 10, nth < 2 ? plan(3) : hardship),
    ),
  ),
];

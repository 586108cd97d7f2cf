import { type LoanScript, type Said, script } from '../loan-script.js';
import { say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

/** Says this in the first conversation; from then on chance decides. */
const says = (
  code: Said['code'],
  shows: LoanScript['shows'][number],
  representative?: NonNullable<LoanScript['representative']>,
) =>
  script('protected', [shows, ...(representative ? spokenFor : [])], {
    alwaysReached: true,
    afterwards: 'chance',
    calls: say(code),
    bots: say('no-answer', 'no-answer'),
    ...(representative && { representative }),
  });
const told = (
  what: 'person-died' | 'person-insolvent' | 'person-opted-out',
  shows: LoanScript['shows'][number],
  representative?: NonNullable<LoanScript['representative']>,
) =>
  script('protected', [shows, ...(representative ? spokenFor : [])], {
    personNews: { what, after: 'miss', days: 12 },
    ...(representative && { representative }),
  });
const spokenFor = ['representative-asked'] as const;
/** Answers no telephone, and says this when a crew stands at the door, which leaves and does not come again. */
const atTheDoor = (code: Said['code'], shows: LoanScript['shows'], differs: Partial<LoanScript> = {}) =>
  script('protected', shows, { alwaysReached: true, visits: say(code), ...differs });
const worthAVisit = { atLeast: 15 };

/** Who must be left alone, in the place of the 16 whose plan, hardship or deferral cannot be granted yet. */
export const protectedOnes: readonly Recipe[] = [
  recipe('dd', 'cs', says('disputes', 'disputed')),
  recipe(
    'dd',
    'cs',
    (nth) => (nth === 0 ? atTheDoor('complains', ['complained', 'conflict-at-door']) : says('complains', 'complained')),
    worthAVisit,
  ),
  recipe('dd', 'cs', says('represented', 'represented', 'attorney')),
  recipe(
    'd',
    's',
    atTheDoor('incapacity', ['incapacity', 'vulnerable-at-door', ...spokenFor], { representative: 'guardian' }),
    worthAVisit,
  ),
  recipe('d', 's', says('self-harm-risk', 'self-harm-remark')),
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
  recipe('G', 'c', told('person-insolvent', 'insolvent')),
  recipe('G', 's', told('person-died', 'died', 'estate')),
  recipe('GGHH', 'csak', told('person-opted-out', 'opted-out')),
];

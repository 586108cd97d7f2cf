import { type LoanScript, type Said, script } from '../loan-script.js';
import { say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

/** Says this in the first conversation; from then on chance decides. */
const says = (code: Said['code'], shows: LoanScript['shows'][number]) =>
  script('protected', [shows], {
    alwaysReached: true,
    afterwards: 'chance',
    calls: say(code),
    bots: say('no-answer', 'no-answer'),
  });
const told = (what: 'person-died' | 'person-insolvent' | 'person-opted-out', shows: LoanScript['shows'][number]) =>
  script('protected', [shows], { personNews: { what, after: 'miss', days: 12 } });

/** Who must be left alone, in the place of the 16 whose plan, hardship or deferral cannot be granted yet. */
export const protectedOnes: readonly Recipe[] = [
  recipe('dd', 'cs', says('disputes', 'disputed')),
  recipe('dd', 'cs', says('complains', 'complained')),
  recipe('dd', 'cs', says('represented', 'represented')),
  recipe('d', 's', says('incapacity', 'incapacity')),
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
  recipe('G', 's', told('person-died', 'died')),
  recipe('GGHH', 'csak', told('person-opted-out', 'opted-out')),
];

import { hold } from '../../builders/ask-gate.js';
import { et, type ExampleRow } from './example-row.js';

const notAtHome = { inconvenientPlaces: ['home' as const] };
const represented = { person: { holds: [hold('represented')] } };
const ceased = { person: { holds: [hold('cease-request', { from: et('08-06', '10:00') })] } };
/** Worked examples of comments 6(b)(1)(ii), 6(b)(2), 6(b)(3) and 6(c): where, and to whom no more. */
export const places: ExampleRow[] = [
  {
    comment: '6(b)(1)-1.iii',
    says: 'not at home: no mail to the home address',
    at: et('07-15'),
    given: { attempt: { channel: 'letter' }, standing: notAtHome, point: { placeType: 'home' } },
    verdict: 'refuse',
  },
  {
    comment: '6(b)(1)-1.iii',
    says: 'not at home: no call to the landline there',
    at: et('07-15'),
    given: { standing: notAtHome, point: { placeType: 'home' } },
    verdict: 'refuse',
  },
  {
    comment: '6(b)(1)(ii)-1.i',
    says: 'not at home: a call to the mobile is none at home',
    at: et('07-15'),
    given: { standing: notAtHome, point: { placeType: 'mobile' } },
    verdict: 'allow',
  },
  {
    comment: '6(b)(1)(ii)-1.i',
    says: 'not at home: a text to the mobile is none at home',
    at: et('07-15'),
    given: { attempt: { channel: 'sms' }, standing: notAtHome, point: { placeType: 'mobile' } },
    verdict: 'allow',
  },
  {
    comment: '6(b)(1)(ii)-1.i',
    says: 'not at home: an e-mail is none at home',
    at: et('07-15'),
    given: { attempt: { channel: 'email' }, standing: notAtHome },
    verdict: 'allow',
  },
  {
    comment: '6(b)(2)-1',
    says: 'who is represented is not contacted',
    at: et('07-15'),
    given: represented,
    verdict: 'refuse',
  },
  {
    comment: '6(b)(2)-1',
    says: 'what a represented consumer began may be answered',
    at: et('07-15'),
    given: { ...represented, attempt: { channel: 'email', inboundReply: true } },
    verdict: 'refuse',
    stricter: 'people answer by way of the attorney',
  },
  {
    comment: '6(b)(3)-1',
    says: 'cannot take personal calls at work: no call there',
    at: et('07-15'),
    given: { standing: { inconvenientPlaces: ['work'] }, point: { placeType: 'work' } },
    verdict: 'refuse',
  },
  {
    comment: '6(c)(1)-1.i',
    says: 'a notice is complete when received (6 August): an e-mail on 4 August',
    at: et('08-04'),
    given: { ...ceased, attempt: { channel: 'email' } },
    verdict: 'allow',
  },
  {
    comment: '6(c)(1)-1.i',
    says: 'and one after it was received',
    at: et('08-06', '10:00'),
    given: { ...ceased, attempt: { channel: 'email' } },
    verdict: 'refuse',
  },
];

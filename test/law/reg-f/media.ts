import type { StandingOfPerson } from '@recourse/domain/contact/standing-of-person';
import { et, type ExampleRow } from './example-row.js';

const at = et('07-15');
const stopCalling = { optOuts: [{ channel: 'call' as const, at: et('07-14') }] };
const notThisNumber = { optOuts: [{ channel: 'call' as const, pointId: 'm1', at: et('07-14') }] };
const notThisAddress = { optOuts: [{ pointId: 'm1', at: et('07-14') }] };
const noLetters = { optOuts: [{ channel: 'letter' as const, at: et('07-14') }] };
const ground = (basis: 'consent' | 'inbound' | 'creditor-handover'): Partial<StandingOfPerson> => ({
  consents: [{ to: 'medium', channel: 'email', basis, at: et('07-01') }],
});
const atWork = { attempt: { channel: 'email' as const }, point: { placeType: 'work' as const } };

/** Worked examples of comment 14(h): by which medium. */
export const mediaRequests: ExampleRow[] = [
  {
    comment: '14(h)(1)-2',
    says: 'one of two numbers is not to be used',
    at,
    given: { standing: notThisNumber },
    verdict: 'refuse',
  },
  {
    comment: '14(h)(1)-2',
    says: 'the other may be',
    at,
    given: { attempt: { pointId: 'm2' }, standing: notThisNumber },
    verdict: 'allow',
  },
  { comment: '14(h)(1)-3.i', says: '“stop calling”: no call', at, given: { standing: stopCalling }, verdict: 'refuse' },
  {
    comment: '14(h)(1)-3.i',
    says: '“stop calling”: none by a bot either',
    at,
    given: { attempt: { channel: 'voice-bot' }, standing: stopCalling },
    verdict: 'refuse',
  },
  {
    comment: '14(h)(1)-3.i',
    says: '“stop calling” is said of calls only',
    at,
    given: { attempt: { channel: 'sms' }, standing: stopCalling },
    verdict: 'allow',
  },
  {
    comment: '14(h)(1)-3.ii',
    says: 'out of e-mail to one address: none to it',
    at,
    given: { attempt: { channel: 'email' }, standing: notThisAddress },
    verdict: 'refuse',
  },
  {
    comment: '14(h)(1)-3.ii',
    says: 'another address is another',
    at,
    given: { attempt: { channel: 'email', pointId: 'm2' }, standing: notThisAddress },
    verdict: 'allow',
  },
  {
    comment: '14(h)(2)-1',
    says: 'no letters, but a statement that the law demands',
    at,
    given: { attempt: { channel: 'letter', purpose: 'legally-required' }, standing: noLetters },
    verdict: 'allow',
  },
  {
    comment: '14(h)(2)-1',
    says: 'no letters: no other',
    at,
    given: { attempt: { channel: 'letter' }, standing: noLetters },
    verdict: 'refuse',
  },
];

/** Worked cases of comment 22(f)(3)-1, by the pack as shipped. */
export const mailAtWork: ExampleRow[] = [
  {
    comment: '22(f)(3)-1',
    says: 'an address at work the consumer consented to',
    at,
    given: { ...atWork, standing: ground('consent') },
    verdict: 'allow',
  },
  {
    comment: '22(f)(3)-1',
    says: 'an address at work the consumer wrote from',
    at,
    given: { ...atWork, standing: ground('inbound') },
    verdict: 'allow',
  },
  {
    comment: '22(f)(3)-1',
    says: 'an address at work handed over by the creditor',
    at,
    given: { ...atWork, standing: ground('creditor-handover') },
    verdict: 'refuse',
  },
  {
    comment: '22(f)(3)-1',
    says: 'an address at work on no ground',
    at,
    given: { ...atWork, standing: { consents: [] } },
    verdict: 'refuse',
  },
];

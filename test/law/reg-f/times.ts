import { eastern, et, mountain, pacific, type ExampleRow } from './example-row.js';

const wholeDay = { from: '00:00', to: '24:00' };
const busyAfternoons = {
  inconvenientTimes: [
    {
      days: ['mon', 'tue', 'wed', 'thu', 'fri'] as ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[],
      from: '15:00',
      to: '17:00',
    },
    { days: ['sat', 'sun'] as ('sat' | 'sun')[], ...wholeDay },
  ],
};
const notTuesdays = { inconvenientTimes: [{ days: ['tue', 'thu'] as ('tue' | 'thu')[], ...wholeDay }] };
const notFridays = { inconvenientTimes: [{ days: ['fri'] as 'fri'[], ...wholeDay }] };
const eastAndWest = { person: { zones: [eastern, pacific] } };
const eastAndMountain = { person: { zones: [eastern, mountain] } };
const replyLimit = 'a reply at an inconvenient time waits: the window rule knows no reply';

/** Worked examples of comments 6(b)(1)-1, 6(b)(1)-2 and 6(b)(1)(i): when. */
export const times: ExampleRow[] = [
  {
    comment: '6(b)(1)-1.i',
    says: 'Tuesdays and Thursdays are inconvenient: no contact on a Tuesday',
    at: et('11-24'),
    given: { standing: notTuesdays },
    verdict: 'defer',
    until: et('11-25', '08:00'),
  },
  {
    comment: '6(b)(1)-1.i',
    says: 'nor on a Thursday',
    at: et('11-26', '08:00'),
    given: { standing: notTuesdays },
    verdict: 'defer',
    until: et('11-27', '08:00'),
  },
  {
    comment: '6(b)(1)-1.i',
    says: 'a Wednesday is free',
    at: et('11-25'),
    given: { standing: notTuesdays },
    verdict: 'allow',
  },
  {
    comment: '6(b)(1)-1.ii',
    says: 'weekdays but 15:00 to 17:00: before it',
    at: et('07-15', '14:59'),
    given: { standing: busyAfternoons },
    verdict: 'allow',
  },
  {
    comment: '6(b)(1)-1.ii',
    says: 'weekdays but 15:00 to 17:00: in it',
    at: et('07-15', '15:00'),
    given: { standing: busyAfternoons },
    verdict: 'defer',
    until: et('07-15', '17:00'),
  },
  {
    comment: '6(b)(1)-1.ii',
    says: 'weekdays but 15:00 to 17:00: after it',
    at: et('07-15', '17:00'),
    given: { standing: busyAfternoons },
    verdict: 'allow',
  },
  {
    comment: '6(b)(1)-1.ii',
    says: 'no time on weekends',
    at: et('07-18'),
    given: { standing: busyAfternoons },
    verdict: 'defer',
    until: et('07-20', '08:00'),
  },
  {
    comment: '6(b)(1)-2.i',
    says: 'an e-mail at 15:30 may be answered once by e-mail before 17:00',
    at: et('07-15', '15:45'),
    given: { attempt: { channel: 'email', inboundReply: true }, standing: busyAfternoons },
    verdict: 'defer',
    until: et('07-15', '17:00'),
    stricter: replyLimit,
  },
  {
    comment: '6(b)(1)-2.i',
    says: 'no other contact in that time',
    at: et('07-15', '15:45'),
    given: { attempt: { channel: 'email' }, standing: busyAfternoons },
    verdict: 'defer',
    until: et('07-15', '17:00'),
  },
  {
    comment: '6(b)(1)-2.iii',
    says: 'Fridays are inconvenient: no contact once the visit to the web site is over',
    at: et('07-17', '20:00'),
    given: { attempt: { channel: 'sms' }, standing: notFridays },
    verdict: 'defer',
    until: et('07-18', '08:00'),
  },
  {
    comment: '6(b)(1)-2.iv',
    says: 'an e-mail on Friday 20:30 may be answered once',
    at: et('07-17', '20:31'),
    given: { attempt: { channel: 'email', inboundReply: true }, standing: notFridays },
    verdict: 'defer',
    until: et('07-18', '08:00'),
    stricter: replyLimit,
  },
  {
    comment: '6(b)(1)(i)-1',
    says: 'an e-mail is at the time it is sent: just before 21:00',
    at: '2026-07-16T00:59:59.999Z',
    given: { attempt: { channel: 'email' } },
    verdict: 'allow',
  },
  {
    comment: '6(b)(1)(i)-1',
    says: 'an e-mail is at the time it is sent: at 21:00',
    at: et('07-15', '21:00'),
    given: { attempt: { channel: 'email' } },
    verdict: 'defer',
    until: et('07-16', '08:00'),
  },
  {
    comment: '6(b)(1)(i)-2.i',
    says: 'Eastern number, Pacific address: before 11:00 Eastern',
    at: et('07-15', '10:59'),
    given: eastAndWest,
    verdict: 'defer',
    until: et('07-15', '11:00'),
  },
  {
    comment: '6(b)(1)(i)-2.i',
    says: 'Eastern number, Pacific address: from 11:00 Eastern',
    at: et('07-15', '11:00'),
    given: eastAndWest,
    verdict: 'allow',
  },
  {
    comment: '6(b)(1)(i)-2.i',
    says: 'Eastern number, Pacific address: before 21:00 Eastern',
    at: et('07-15', '20:59'),
    given: eastAndWest,
    verdict: 'allow',
  },
  {
    comment: '6(b)(1)(i)-2.i',
    says: 'Eastern number, Pacific address: from 21:00 Eastern',
    at: et('07-15', '21:00'),
    given: eastAndWest,
    verdict: 'defer',
    until: et('07-16', '11:00'),
  },
  {
    comment: '6(b)(1)(i)-2.ii',
    says: 'Eastern and Mountain numbers: before 10:00 Eastern',
    at: et('07-15', '09:59'),
    given: eastAndMountain,
    verdict: 'defer',
    until: et('07-15', '10:00'),
  },
  {
    comment: '6(b)(1)(i)-2.ii',
    says: 'Eastern and Mountain numbers: from 10:00 Eastern',
    at: et('07-15', '10:00'),
    given: eastAndMountain,
    verdict: 'allow',
  },
  {
    comment: '6(b)(1)(i)-2.ii',
    says: 'Eastern and Mountain numbers: from 21:00 Eastern',
    at: et('07-15', '21:00'),
    given: eastAndMountain,
    verdict: 'defer',
    until: et('07-16', '10:00'),
  },
];

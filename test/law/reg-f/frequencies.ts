import { type GateCase } from '../../builders/ask-gate.js';
import { calls, et, talked, type ExampleRow } from './example-row.js';

const ledger = (...person: ReturnType<typeof calls>[]): GateCase => ({ ledger: { person: person.flat() } });
const aWeekOfCalls = ['04-01', '04-02', '04-03', '04-04', '04-05', '04-06', '04-07'];
const twiceOnWorkdays = ['04-01', '04-02', '04-02', '04-03', '04-03', '04-06', '04-06'];
const mortgage = ledger(calls(twiceOnWorkdays));
const talkOfAugust = ledger(calls(['08-11']), calls(['08-14'], talked));
const talkBegunByConsumer = ledger(calls(['08-13'], { ...talked, inbound: true }));
const locating: GateCase = { attempt: { purpose: 'locate' }, person: { party: 'emergency-contact' } };
const unansweredByThird = (days: string[]) => calls(days, { purpose: 'locate', party: 'emergency-contact' });
const tillSunday = ['10-06', '10-07', '10-08', '10-09', '10-10', '10-11'];

/** Worked examples of comments 14(b)-1 and 14(b)(2): how often, and after a talk. */
export const frequencies: ExampleRow[] = [
  {
    comment: '14(b)-1',
    says: 'a text message is no telephone call: seven do not count',
    at: et('04-07', '13:00'),
    given: ledger(calls(aWeekOfCalls, { channel: 'sms' })),
    verdict: 'allow',
  },
  {
    comment: '14(b)-1',
    says: 'nor is it bound by the count of calls',
    at: et('04-07', '13:00'),
    given: { ...ledger(calls(aWeekOfCalls)), attempt: { channel: 'sms' } },
    verdict: 'allow',
  },
  {
    comment: '14(b)(2)(i)-1.i',
    says: 'seven calls from 1 to 7 April, six of them unanswered: the seventh',
    at: et('04-07', '12:00'),
    given: ledger(calls(aWeekOfCalls.slice(0, 6))),
    verdict: 'allow',
  },
  {
    comment: '14(b)(2)(i)-1.i',
    says: 'no other before 8 April',
    at: et('04-07', '13:00'),
    given: ledger(calls(aWeekOfCalls)),
    verdict: 'defer',
    until: et('04-08', '08:00'),
  },
  {
    comment: '14(b)(2)(i)-1.i',
    says: 'the next on 8 April',
    at: et('04-08', '08:00'),
    given: ledger(calls(aWeekOfCalls)),
    verdict: 'allow',
  },
  {
    comment: '14(b)(2)(i)-1.ii',
    says: 'the consumer calls and talks on 13 August: no call before 20 August',
    at: et('08-19'),
    given: talkBegunByConsumer,
    verdict: 'defer',
    until: et('08-20', '08:00'),
  },
  {
    comment: '14(b)(2)(i)-1.ii',
    says: 'a call on 20 August',
    at: et('08-20'),
    given: talkBegunByConsumer,
    verdict: 'allow',
  },
  {
    comment: '14(b)(2)(i)-1.iii',
    says: 'a third party that never answers, to locate: the seventh call by 12 October',
    at: et('10-12'),
    given: { ...locating, ...ledger(unansweredByThird(tillSunday)) },
    verdict: 'allow',
    shipped: 'refuse',
  },
  {
    comment: '14(b)(2)(i)-1.iii',
    says: 'and no eighth',
    at: et('10-12', '13:00'),
    given: { ...locating, ...ledger(unansweredByThird([...tillSunday, '10-12'])) },
    verdict: 'defer',
    until: et('10-13', '08:00'),
    shipped: 'refuse',
  },
  {
    comment: '14(b)(2)(i)-2.i',
    says: 'one call on 1 April and six on 3 April keep the presumption: the sixth of that day',
    at: et('04-03', '13:00'),
    given: ledger(calls(['04-01', '04-03', '04-03', '04-03', '04-03', '04-03'])),
    verdict: 'allow',
  },
  {
    comment: '14(b)(2)(i)-3.i',
    says: 'calls to a number that turns out to be another’s were not placed to the consumer',
    at: et('04-07', '13:00'),
    given: ledger(calls(aWeekOfCalls, { pointId: 'wrong' })),
    verdict: 'defer',
    until: et('04-08', '08:00'),
    stricter: 'a contact once counted stays counted',
  },
  {
    comment: '14(b)(2)(ii)-1.i',
    says: 'one call and two on each of three workdays: an eighth within the seven days',
    at: et('04-07'),
    given: mortgage,
    verdict: 'defer',
    until: et('04-08', '08:00'),
  },
  {
    comment: '14(b)(2)(ii)-1.ii',
    says: 'a talk on 14 August: no call before 21 August',
    at: et('08-20', '20:59'),
    given: talkOfAugust,
    verdict: 'defer',
    until: et('08-21', '08:00'),
  },
  {
    comment: '14(b)(2)(ii)-1.ii',
    says: 'a call on 21 August',
    at: et('08-21', '08:00'),
    given: talkOfAugust,
    verdict: 'allow',
  },
  {
    comment: '14(b)(2)(ii)-2.i',
    says: 'a call that other law demands',
    at: et('04-07'),
    given: { ...mortgage, attempt: { purpose: 'legally-required' } },
    verdict: 'allow',
  },
  {
    comment: '14(b)(2)(ii)-2.iii',
    says: 'information asked for without consent to be called',
    at: et('08-17'),
    given: talkOfAugust,
    verdict: 'defer',
    until: et('08-21', '08:00'),
    stricter: 'a factor that may rebut is no permission',
  },
  {
    comment: '14(b)(2)(ii)-2.iv.A',
    says: 'to go on with a talk that dropped',
    at: et('08-14', '12:30'),
    given: talkOfAugust,
    verdict: 'defer',
    until: et('08-21', '08:00'),
    stricter: 'a factor that may rebut is no permission',
  },
  {
    comment: '14(b)(2)(ii)-2.iv.C',
    says: 'a discount said to end tomorrow is no such factor',
    at: et('08-17'),
    given: talkOfAugust,
    verdict: 'defer',
    until: et('08-21', '08:00'),
  },
];

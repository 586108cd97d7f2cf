import { type GateCase } from '../../builders/ask-gate.js';
import { calls, et, moreCalls, talked, type ExampleRow } from './example-row.js';

const ledger = (...person: ReturnType<typeof calls>[]): GateCase => ({ ledger: { person: person.flat() } });
const aWeekOfCalls = ['04-01', '04-02', '04-03', '04-04', '04-05', '04-06', '04-07'];
const aprilThird = calls(['04-03'], talked);
const callBack = moreCalls(et('04-03', '12:05'));
const juneFirst = calls(['06-01', '06-02', '06-03']);
const juneConsent = moreCalls(et('06-04', '09:00'));
const busy = { voicemail: false };
const seven = (days: string[]): string[] => days.flatMap((day) => [day, day]).slice(0, 7);

/** Worked examples of comment 14(b)(3): calls that do not count. */
export const uncounted: ExampleRow[] = [
  {
    comment: '14(b)(3)(i)-1',
    says: 'consent to calls lifts no hour',
    at: et('04-06', '21:30'),
    given: { ...ledger(aprilThird), standing: { consents: [callBack] } },
    verdict: 'defer',
    until: et('04-07', '08:00'),
  },
  {
    comment: '14(b)(3)(i)-1',
    says: 'nor a request not to be called',
    at: et('04-06'),
    given: {
      ...ledger(aprilThird),
      standing: { consents: [callBack], optOuts: [{ channel: 'call', at: et('04-05') }] },
    },
    verdict: 'refuse',
  },
  {
    comment: '14(b)(3)(i)-2(1)',
    says: 'consent for a shorter time ends with it',
    at: et('04-07'),
    given: { ...ledger(aprilThird), standing: { consents: [{ ...callBack, until: et('04-07', '00:00') }] } },
    verdict: 'defer',
    until: et('04-10', '08:00'),
  },
  {
    comment: '14(b)(3)(i)-3.i',
    says: '“call back on Monday”, said on 3 April: a call on 6 April',
    at: et('04-06'),
    given: { ...ledger(aprilThird), standing: { consents: [callBack] } },
    verdict: 'allow',
  },
  {
    comment: '14(b)(3)(i)-3.i',
    says: 'without it no call on 6 April',
    at: et('04-06'),
    given: ledger(aprilThird),
    verdict: 'defer',
    until: et('04-10', '08:00'),
  },
  {
    comment: '14(b)(3)(i)-3.ii',
    says: 'the talk of 6 April used the consent up: no call on 8 April',
    at: et('04-08'),
    given: {
      ...ledger(aprilThird, calls(['04-06'], { ...talked, consented: true })),
      standing: { consents: [callBack] },
    },
    verdict: 'defer',
    until: et('04-13', '08:00'),
  },
  {
    comment: '14(b)(3)(i)-3.iii',
    says: 'consent by e-mail on 4 June: the eighth call by 10 June',
    at: et('06-10', '13:00'),
    given: {
      ...ledger(juneFirst, calls(seven(['06-08', '06-09', '06-10', '06-10']), { consented: true })),
      standing: { consents: [juneConsent] },
    },
    verdict: 'allow',
  },
  {
    comment: '14(b)(3)(i)-3.iii',
    says: 'the eight do not count on 11 June',
    at: et('06-11'),
    given: {
      ...ledger(juneFirst, calls([...seven(['06-08', '06-09', '06-10', '06-10']), '06-10'], { consented: true })),
      standing: { consents: [juneConsent] },
    },
    verdict: 'allow',
  },
  {
    comment: '14(b)(3)(i)-3.iii',
    says: 'from 11 June on calls count again',
    at: et('06-11', '13:00'),
    given: { ...ledger(calls(Array.from({ length: 7 }, () => '06-11'))), standing: { consents: [juneConsent] } },
    verdict: 'defer',
    until: et('06-18', '08:00'),
  },
  {
    comment: '6(b)(4)(i)-2',
    says: 'consent given to the creditor is none to the collector',
    at: et('04-06'),
    given: { ...ledger(aprilThird), standing: { consents: [{ ...callBack, basis: 'creditor-handover' }] } },
    verdict: 'defer',
    until: et('04-10', '08:00'),
  },
  {
    comment: '14(b)(3)(ii)-1',
    says: 'busy, or not in service: did not connect and does not count',
    at: et('04-07', '13:00'),
    given: ledger(calls(aWeekOfCalls, busy)),
    verdict: 'allow',
  },
  {
    comment: '14(b)(3)(ii)-1',
    says: 'it rang and nobody answered: connected to the number and counts',
    at: et('04-07', '13:00'),
    given: ledger(calls(aWeekOfCalls)),
    verdict: 'defer',
    until: et('04-08', '08:00'),
  },
  {
    comment: '14(b)(3)(ii)-1',
    says: 'answered and dropped: counts',
    at: et('04-07', '13:00'),
    given: ledger(calls(aWeekOfCalls, { connected: true })),
    verdict: 'defer',
    until: et('04-08', '08:00'),
  },
  {
    comment: '14(b)(3)(ii)-1',
    says: 'to voicemail without ringing: counts',
    at: et('04-07', '13:00'),
    given: ledger(calls(aWeekOfCalls, { voicemail: true })),
    verdict: 'defer',
    until: et('04-08', '08:00'),
  },
];

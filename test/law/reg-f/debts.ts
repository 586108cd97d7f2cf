import { entry, type GateCase } from '../../builders/ask-gate.js';
import { calls, et, talked, type ExampleRow } from './example-row.js';

const ledger = (...person: ReturnType<typeof calls>[]): GateCase => ({ ledger: { person: person.flat() } });
const about = (loanId: string) => ({ attempt: { loanId } });

const threeDebts = ['L1', 'L2', 'L3'];
const inNovember = ['11-09', '11-10', '11-11', '11-12', '11-13', '11-14', '11-15'];
const sevenOf = (loan: string) => calls(inNovember, { loans: [loan] });
const talkAbout = (loans: string[], day = '11-09') => calls([day], { ...talked, loans });
const general = (loans: string[]) =>
  ledger(
    calls(['11-09', '11-10'], { loans: ['L1'] }),
    calls(['11-09', '11-10', '11-11', '11-11'], { loans: ['L2'] }),
    talkAbout(loans, '11-12'),
  );

/** Worked examples of comment 14(b)(4): which debt a call counts for. */
export const particularDebts: ExampleRow[] = [
  {
    comment: '14(b)(4)-2.i',
    says: 'three debts, seven unanswered calls counted for each: the 21st',
    at: et('11-15', '13:00'),
    given: { ...ledger(sevenOf('L1'), sevenOf('L2'), sevenOf('L3').slice(1)), ...about('L3') },
    verdict: 'allow',
  },
  {
    comment: '14(b)(4)-2.i',
    says: 'an eighth for one of them',
    at: et('11-15', '13:00'),
    given: { ...ledger(sevenOf('L1'), sevenOf('L2'), sevenOf('L3')), ...about('L2') },
    verdict: 'defer',
    until: et('11-16', '08:00'),
  },
  {
    comment: '14(b)(4)-2.ii',
    says: 'a voicemail that names no debt counts for one: the other has its seventh',
    at: et('11-15', '13:00'),
    given: { ...ledger(sevenOf('L2').slice(1), calls(['11-09'], { loans: ['L1'], voicemail: true })), ...about('L2') },
    verdict: 'allow',
  },
  {
    comment: '14(b)(4)-2.ii',
    says: 'what it counts for is not known: it counts for both',
    at: et('11-15', '13:00'),
    given: { ...ledger(sevenOf('L2').slice(1), [entry(et('11-09'), { voicemail: true })]), ...about('L2') },
    verdict: 'defer',
    until: et('11-16', '08:00'),
  },
  {
    comment: '14(b)(4)-2.iii',
    says: 'a talk about the medical debt only: no call about it',
    at: et('11-15'),
    given: ledger(talkAbout(['L1'])),
    verdict: 'defer',
    until: et('11-16', '08:00'),
  },
  {
    comment: '14(b)(4)-2.iii',
    says: 'a call about the card debt',
    at: et('11-10'),
    given: { ...ledger(talkAbout(['L1'])), ...about('L2') },
    verdict: 'allow',
  },
  {
    comment: '14(b)(4)-2.iv',
    says: 'a talk about both: no call about the card debt either',
    at: et('11-10'),
    given: { ...ledger(talkAbout(['L1', 'L2'])), ...about('L2') },
    verdict: 'defer',
    until: et('11-16', '08:00'),
  },
  {
    comment: '14(b)(4)-2.v',
    says: 'a general talk counted for the medical debt',
    at: et('11-13'),
    given: general(['L1']),
    verdict: 'defer',
    until: et('11-19', '08:00'),
  },
  {
    comment: '14(b)(4)-2.v',
    says: 'then not for the card debt',
    at: et('11-13'),
    given: { ...general(['L1']), ...about('L2') },
    verdict: 'allow',
  },
  {
    comment: '14(b)(4)-2.vi',
    says: 'begun about the medical debt, turned by the consumer to the card debt: no call about that',
    at: et('11-10'),
    given: { ...ledger(talkAbout(['L1', 'L2'])), ...about('L2') },
    verdict: 'defer',
    until: et('11-16', '08:00'),
  },
  {
    comment: '14(b)(4)-2.vii',
    says: 'student loans of one account are one debt: a talk about any stops calls about each',
    at: et('11-10'),
    given: { ...ledger(talkAbout(threeDebts)), ...about('L3') },
    verdict: 'defer',
    until: et('11-16', '08:00'),
  },
];

import type { Loan } from './loan.js';
import type { OutcomeCode } from './loan-script.js';
import { addDays, dayOf, type Day, instantOf, type Instant, timeOf } from './local-time.js';

/** What somebody asks for or agrees to, as who hears it writes it down. */
export type Wish =
  | { wish: 'agreed-time'; from: string; to: string; channels: ['call']; fromDay: Day; untilDay: Day }
  | { wish: 'inconvenient-place'; place: 'work' };

/** What is sent back to a message: a word that asks to stop, or more. */
export type Answer = { word: string } | { wishes: Wish[] };

const late = { from: '22:00', to: '23:00' } as const;
const agreedForDays = 30;

const isLateCaller = (loans: readonly Loan[]): boolean => loans.some(({ script }) => script.tells === 'call-late');

/** What a borrower says in a call beside what it comes to: who asks to be called back at night agrees to the time. */
export function wishesSaid(loans: readonly Loan[], code: OutcomeCode, at: Instant, zone: string): Wish[] {
  if (code !== 'call-back-at' || !isLateCaller(loans)) return [];
  const fromDay = dayOf(at, zone);
  return [{ wish: 'agreed-time', ...late, channels: ['call'], fromDay, untilDay: addDays(fromDay, agreedForDays) }];
}

/** “Ring me at 22:30.” Undefined: said by nobody here. */
export function lateCallBack(loans: readonly Loan[], at: Instant, zone: string): Instant | undefined {
  return isLateCaller(loans) ? instantOf(dayOf(at, zone), '22:30', zone) : undefined;
}

/** Whether a call is at the time that was agreed on in a call before. */
export function isLateAsSaid(loans: readonly Loan[], at: Instant, zone: string | undefined): boolean {
  if (zone === undefined || !isLateCaller(loans)) return false;
  const time = timeOf(at, zone);
  return late.from <= time && time < late.to;
}

/** What comes back to the first text that reaches somebody. */
export function answerTo(loans: readonly Loan[]): Answer | undefined {
  for (const { script } of loans) {
    if (script.tells === 'stop-sms') return { word: 'TD' };
    if (script.tells === 'not-at-work') return { wishes: [{ wish: 'inconvenient-place', place: 'work' }] };
  }
  return undefined;
}

import type { Deed, LoanScript, PayRule, Said } from '../loan-script.js';
import type { Asks } from '../letters.js';

type Differs = Partial<Omit<PayRule, 'after' | 'shows'>>;

/** Pays the arrears with the bank's next booking `days` after the `nth` message of this spell of arrears. */
export const afterMessage = (nth: number, days = 0, differs: Differs = {}): PayRule => ({
  after: { on: 'message', nth, days },
  amount: 'arrears',
  shows: 'paid-after-message',
  ...differs,
});

/** Pays without being asked, so many days after servicing told of the miss. */
export const afterMiss = (days: number, shows: PayRule['shows'], differs: Differs = {}, nth = 1): PayRule => ({
  after: { on: 'miss', nth, days },
  amount: 'arrears',
  shows,
  ...differs,
});

export const afterPayment = (days: number, shows: PayRule['shows']): PayRule => ({
  after: { on: 'payment', days },
  amount: 'arrears',
  shows,
});

/** Pays so many days after a conversation in which nothing was promised. */
export const afterTalk = (days: number): PayRule => ({
  after: { on: 'talk', days },
  amount: 'arrears',
  shows: 'paid-after-call',
});

export const say = (...codes: Said['code'][]): Said[] => codes.map((code) => ({ code }));
export const promises = (kept: boolean, how: Pick<Said, 'keptHow'> = {}): Said => ({ code: 'promise', kept, ...how });

export const asksAndSigns = ['asked-for-arrangement', 'signed-agreement'] as const satisfies LoanScript['shows'];

/** Asks so many days after something was seen, signs, and pays as agreed. */
export const paysAsAgreed = (shown: Deed, days: number, asks: Asks): Required<Pick<LoanScript, 'applies'>> => ({
  applies: { after: { shown, days }, asks, pays: 'keeps' },
});

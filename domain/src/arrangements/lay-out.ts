import type { Minor } from '../money/money.js';
import type { ArrangementAsked, Layout } from './arrangement.js';
import type { KindPractice } from './arrangement-practice.js';
import type { RefusedArrangement } from './arrangement-refusal.js';

type Asked = Pick<ArrangementAsked, 'firstOn' | 'instalments' | 'amount' | 'firstPayment'>;
type Laid = { layout: Layout } | { refused: RefusedArrangement };

const one = (firstOn: string, total: Minor): Layout => ({ instalments: 1, firstOn, first: total, each: 0, last: 0 });

/** How many of `amount` it takes, the last being what is left. */
const byAmount = (total: Minor, { firstOn, amount = 0, firstPayment = amount }: Asked): Layout => {
  if (firstPayment >= total) return one(firstOn, total);
  const rest = total - firstPayment;
  const more = Number((BigInt(rest) + BigInt(amount) - 1n) / BigInt(amount));
  return { instalments: more + 1, firstOn, first: firstPayment, each: amount, last: rest - (more - 1) * amount };
};

/** So many alike; what rounding leaves stands with the last. */
const byNumber = (total: Minor, { firstOn, instalments = 1, firstPayment }: Asked): Layout => {
  if (instalments === 1) return one(firstOn, total);
  const each = Math.floor((total - (firstPayment ?? 0)) / (firstPayment === undefined ? instalments : instalments - 1));
  const first = firstPayment ?? each;
  return { instalments, firstOn, first, each, last: total - first - (instalments - 2) * each };
};

/** Lays what is to be paid (minor units, above 0) out over months as asked. */
export const layOut = (total: Minor, asked: Asked, { instalmentsAtMost }: KindPractice): Laid => {
  const { instalments, amount, firstPayment } = asked;
  if ((instalments === undefined) === (amount === undefined)) return { refused: { because: 'instalments-or-amount' } };
  if (firstPayment !== undefined && firstPayment >= total && instalments !== 1)
    return { refused: { because: 'first-payment-too-large', limit: total - 1 } };
  if (firstPayment !== undefined && firstPayment !== total && instalments === 1)
    return { refused: { because: firstPayment > total ? 'first-payment-too-large' : 'never-pays-off', limit: total } };
  const layout = amount === undefined ? byNumber(total, asked) : byAmount(total, asked);
  if (layout.instalments > instalmentsAtMost)
    return {
      refused:
        amount === undefined
          ? { because: 'too-many-instalments', limit: instalmentsAtMost }
          : { because: 'never-pays-off', limit: instalmentsAtMost },
    };
  return { layout };
};

import type { ArrangementRefusal, RefusedArrangement } from '@recourse/domain/arrangements/arrangement-refusal';
import { amountWords } from './amount-words.js';
import { authorityWords } from './arrangement-words.js';
import type { Lang, Words } from './lang.js';

/** Of which of them the limit is money. */
const ofMoney: readonly ArrangementRefusal[] = [
  'instalment-too-small',
  'first-payment-too-small',
  'first-payment-too-large',
  'discount-not-of-these-charges',
];

export const refusedArrangementWords: Words<Record<ArrangementRefusal, string>> = {
  en: {
    'not-offered-here': 'this is not offered',
    'nothing-owed': 'nothing is left to pay',
    'not-an-amount': 'an amount or number is none: whole, positive and not too large',
    'instalments-or-amount': 'say how many instalments, or how much each; not both',
    'not-over-this': 'this kind is not made about that',
    'currency-without-limits': 'the policy has no limits for the currency',
    'first-day-in-the-past': 'the first day is past; the earliest',
    'first-day-too-late': 'the first day is too late',
    'too-many-instalments': 'too many instalments',
    'longer-than-law-allows': 'longer than the law allows',
    'instalment-too-small': 'an instalment is too small',
    'first-payment-too-small': 'the first payment is too small',
    'first-payment-too-large': 'the first payment is all there is, or more',
    'never-pays-off': 'it does not pay off within the most instalments there may be',
    'nothing-given-up': 'a settlement gives something up',
    'discount-not-of-these-charges': 'more is given up than there is of the charges that may be',
    'above-every-authority': 'nobody here may agree to that much',
    'law-unknown': 'the law of the place is not known',
    'another-is-open': 'another arrangement is open',
    'broken-too-often': 'too many arrangements were broken before',
    'loan-is-over': 'the loan is over',
    'unknown-arrangement': 'there is no such arrangement',
    'not-at-that-point': 'the arrangement is not at that point',
    'approver-is-proposer': 'who proposed it may not decide on it',
    'above-authority': 'it is above that authority',
    'offer-lapsed': 'the offer has lapsed',
    'not-what-was-offered': 'what was signed is not what was offered',
    'not-a-debtor': 'who signed owes nothing',
    'day-not-possible': 'it cannot have been signed on that day',
    'owed-has-changed': 'something else is owed by now: propose anew',
  },
  zh: {
    'not-offered-here': '不提供该类安排',
    'nothing-owed': '已无应还款项',
    'not-an-amount': '金额或期数无效',
    'instalments-or-amount': '期数与每期金额须二选一',
    'not-over-this': '该类安排不适用于此范围',
    'currency-without-limits': '政策未规定该币种限额',
    'first-day-in-the-past': '首期日期已过，最早',
    'first-day-too-late': '首期日期过晚',
    'too-many-instalments': '期数过多',
    'longer-than-law-allows': '超过法定最长期限',
    'instalment-too-small': '每期金额过低',
    'first-payment-too-small': '首付金额过低',
    'first-payment-too-large': '首付金额不低于应还总额',
    'never-pays-off': '在最多期数内无法还清',
    'nothing-given-up': '减免结清须有减免',
    'discount-not-of-these-charges': '减免超出可减免项目余额',
    'above-every-authority': '超出所有权限',
    'law-unknown': '适用法律不明',
    'another-is-open': '已有未结安排',
    'broken-too-often': '此前多次违约',
    'loan-is-over': '贷款已终结',
    'unknown-arrangement': '无此安排',
    'not-at-that-point': '安排当前状态不允许',
    'approver-is-proposer': '经办人不得复核',
    'above-authority': '超出该权限',
    'offer-lapsed': '要约已失效',
    'not-what-was-offered': '签署内容与要约不符',
    'not-a-debtor': '签署人不是债务人',
    'day-not-possible': '签署日期不可能',
    'owed-has-changed': '欠款已变动，请重新提出',
  },
};

/** Why something is not agreed or done, each with what would have been taken. */
export const arrangementRefusalWords = (
  refused: readonly RefusedArrangement[],
  currency: string | undefined,
  lang: Lang,
): string[] =>
  refused.map(({ because, limit, rule, needs }) => {
    const bound =
      typeof limit === 'number' && currency !== undefined && ofMoney.includes(because)
        ? amountWords(limit, currency, lang)
        : limit;
    const beside = [
      ...(bound === undefined ? [] : [String(bound)]),
      ...(rule === undefined ? [] : [rule]),
      ...(needs === undefined ? [] : [authorityWords[lang][needs]]),
    ];
    const [open, close, comma] = lang === 'zh' ? ['（', '）', '，'] : [' (', ')', ', '];
    return `${refusedArrangementWords[lang][because]}${beside.length > 0 ? `${open}${beside.join(comma)}${close}` : ''}`;
  });

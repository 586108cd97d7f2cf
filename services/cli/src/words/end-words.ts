import type { InterruptionGround } from '@recourse/domain/limitation/interruption';
import type { LimitationRefusal, LimitationState } from '@recourse/domain/limitation/limitation-fact';
import type { LadderEnd } from '@recourse/domain/strategy/end-of-ladder';
import type { WriteOff, WriteOffRefusal } from '@recourse/domain/write-off/write-off';
import type { Words } from './lang.js';

/** Words of limitations, of the end of a ladder, and of write-offs. */
export const groundWords: Words<Record<InterruptionGround, string>> = {
  en: {
    demand: 'a demand that arrived',
    'auto-debit': 'a debit of the account',
    'part-payment': 'a payment by the debtor',
    promise: 'a promise to pay',
    agreement: 'an agreement that was signed',
    acknowledgement: 'a signed acknowledgement',
    suit: 'a suit',
    arbitration: 'an arbitration',
    'payment-order': 'an application for a payment order',
    'pre-suit-preservation': 'preservation before a suit',
  },
  zh: {
    demand: '催告已送达',
    'auto-debit': '扣收欠款',
    'part-payment': '债务人还款',
    promise: '债务人承诺还款',
    agreement: '签署协议',
    acknowledgement: '签字确认债务',
    suit: '起诉',
    arbitration: '申请仲裁',
    'payment-order': '申请支付令',
    'pre-suit-preservation': '诉前财产保全',
  },
};

export const limitationStateWords: Words<Record<LimitationState, string>> = {
  en: {
    running: 'is not near its end',
    ending: 'ends soon',
    suspended: 'is suspended',
    expired: 'is over: nobody sues or threatens to',
  },
  zh: {
    running: '未届满',
    ending: '即将届满',
    suspended: '中止',
    expired: '已届满：不起诉，亦不以起诉相告',
  },
};

export const limitationRefusalWords: Words<Record<LimitationRefusal, string>> = {
  en: {
    'day-not-possible': 'the day is not possible',
    'proof-missing': 'the law wants other proof, or it does not interrupt here',
    'already-known': 'it changes nothing that is known',
    'over-already': 'the limitation was over by then',
    'no-obstacle-by-law': 'no limitation of the contract’s place is suspended by that',
  },
  zh: {
    'day-not-possible': '日期不可能',
    'proof-missing': '证据不符合法律要求，或不产生中断效力',
    'already-known': '不改变已知情况',
    'over-already': '当时诉讼时效已届满',
    'no-obstacle-by-law': '合同所在地法律无此中止事由',
  },
};

export const ladderEndWords: Words<Record<LadderEnd, string>> = {
  en: { sell: 'to be offered for sale', keep: 'kept and watched', 'write-off': 'to be written off' },
  zh: { sell: '拟转让', keep: '留存观察', 'write-off': '拟核销' },
};

export const writeOffRefusalWords: Words<Record<WriteOffRefusal, string>> = {
  en: {
    'nothing-owed': 'nothing is owed',
    'loan-is-over': 'the loan is over',
    'proposed-already': 'one is proposed already',
    'written-off-already': 'it is written off already',
    'unknown-write-off': 'no such write-off was proposed',
    'not-at-that-point': 'it was decided already',
    'approver-is-proposer': 'whoever proposed it cannot approve it',
    'owed-has-changed': 'another amount is owed by now: propose it anew',
    'ladder-goes-on': 'the ladder has not ended',
    'not-time-barred': 'the limitation is not over',
    'under-an-arrangement': 'an arrangement is being kept',
  },
  zh: {
    'nothing-owed': '已无欠款',
    'loan-is-over': '贷款已结束',
    'proposed-already': '已有待复核的核销申请',
    'written-off-already': '已核销',
    'unknown-write-off': '无此核销申请',
    'not-at-that-point': '该申请已有结论',
    'approver-is-proposer': '申请人不得复核',
    'owed-has-changed': '欠款金额已变，须重新申请',
    'ladder-goes-on': '催收流程尚未结束',
    'not-time-barred': '诉讼时效未届满',
    'under-an-arrangement': '还款安排履行中',
  },
};

export const writeOffStateWords: Words<Record<WriteOff['state'], string>> = {
  en: { proposed: 'proposed: a second person approves it', 'written-off': 'written off', declined: 'not approved' },
  zh: { proposed: '已申请，待另一人复核', 'written-off': '已核销', declined: '复核未通过' },
};

import type { Purpose } from '@recourse/domain/contact/channel';
import type { HoldReason } from '@recourse/domain/holds/hold';

/** Nobody is contacted, whatever for. */
const silence: readonly Purpose[] = [];
/** Nothing is asked for; what they ask is answered and what the law wants told is told. */
const answersAndNotices: readonly Purpose[] = ['service', 'legally-required'];
const answersAlone: readonly Purpose[] = ['service'];
const noticesAlone: readonly Purpose[] = ['legally-required'];

/** What may still be said under a hold, reason by reason as read in the survey of the law (section 5), and not in the gate. */
export const underHold: Readonly<Record<HoldReason, readonly Purpose[]>> = {
  // 12 CFR 1006.6(a)(4), 民法典 art. 1161: who answers is not the debtor; the estate is contacted once it is proved.
  death: silence,
  // 12 CFR 1006.6(a), CONC 7.10: the guardian counts as the debtor.
  incapacity: silence,
  // 12 CFR 1006.6(b)(2), CONC 7.12: the attorney alone is contacted.
  represented: silence,
  // 民法典 art. 1033, 12 CFR 1006.6(d)(1): a stranger learns nothing.
  'wrong-number': silence,
  // Requirements A8, A10: what is owed, and by whom, is being found out.
  verification: silence,
  'loan-mismatch': silence,
  'unresolved-event': silence,
  // Requirements D2: somebody who may harm themselves is helped and not written to.
  'self-harm-risk': answersAlone,
  // 15 USC 1681c-2: all is held while fraud is looked into; the one who reported it is answered.
  'identity-theft': answersAlone,
  // 民法典 art. 546: a new holder says nothing before the notice of the assignment but that notice.
  assigned: noticesAlone,
  // 民事诉讼法 (2023) art. 126: the matter is before the court; what is served is served, all else goes through the legal party.
  'legal-proceedings': noticesAlone,
  // 12 CFR 1006.38(d)(2)(i): until verification is sent, and sending it is an answer.
  dispute: answersAndNotices,
  // 征信业管理条例 art. 25: the dispute is answered in 20 days.
  'credit-dispute': answersAndNotices,
  // DISP 1.6.2R, 《银行业保险业消费投诉处理管理办法》: a complaint is answered.
  complaint: answersAndNotices,
  // 12 CFR 1006.6(c)(2): the end of efforts and a remedy may be told.
  'cease-request': answersAndNotices,
  // 12 CFR 1006.14(h)(2): an answer in the medium, and what the law demands.
  'opted-out': answersAndNotices,
  // 11 USC 362(a)(6): what asks for payment is stayed.
  insolvency: answersAndNotices,
  // SI 2020/1311 reg 7(6)-(7): contact for payment is what stops.
  'breathing-space': answersAndNotices,
  // CONC 7.3.4R, 7.2: forbearance is talked about.
  'hardship-claim': answersAndNotices,
  vulnerability: answersAndNotices,
  'debt-adviser': answersAndNotices,
  // 商业银行信用卡业务监督管理办法 (2011) art. 70: collection stops while the plan is kept.
  'repayment-plan': answersAndNotices,
  // 50 USC 3931: what is barred is judgment by default.
  'military-service': answersAndNotices,
  // 民法典 art. 194(1).
  disaster: answersAndNotices,
  // 12 CFR 1006.26(b), 民法典 arts. 192-193: the debtor may refuse.
  'time-barred': answersAndNotices,
  // 12 CFR 1006.38(c)(1)-(2): until name and address are sent, which is an answer.
  'original-creditor-requested': answersAndNotices,
  // Requirements C4: they promised, paid, or asked for proof, paper or another language; nobody presses meanwhile.
  promise: answersAndNotices,
  'payment-pending': answersAndNotices,
  'proof-requested': answersAndNotices,
  'written-requested': answersAndNotices,
  language: answersAndNotices,
  command: answersAndNotices,
};

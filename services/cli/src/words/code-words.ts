import type { Command, Input, PartnerReport } from '@recourse/domain/case/case-inputs';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { FollowUp } from '@recourse/domain/contact/outcome-table';
import type { HoldStop } from '@recourse/domain/holds/hold';
import type { Condition } from '@recourse/domain/strategy/condition';
import type { Words } from './lang.js';

/** Codes that English tells as they are, and Chinese by these tables. What is added to the types does not compile without a word here. */

const stops: Record<HoldStop, string> = {
  contact: '联系',
  escalation: '升级',
  timers: '计时',
  interest: '计息',
  legal: '司法措施',
  furnishing: '征信报送',
};

/** Whom or what a task is for. */
const tasks: Record<
  FollowUp | 'desk' | 'crew' | 'verify-person' | 'verification' | 'discrepancy' | 'locate-debtor',
  string
> = {
  desk: '坐席',
  crew: '外访人员',
  'verify-person': '核实借款人',
  'locate-debtor': '查找借款人',
  verification: '核对核心系统差异',
  discrepancy: '核查金额差异',
  'prove-demand': '催告并留存送达证据',
  'propose-write-off': '申请核销',
  'offer-for-sale': '安排债权转让',
  'file-claim': '申报债权',
  'decide-suit': '决定诉讼如何处理',
  'claim-guarantee': '向保证人主张保证责任',
  'repair-contact': '修复联系方式',
  'verify-payment': '核实还款',
  'assess-hardship': '评估困难',
  'assess-vulnerability': '评估弱势情况',
  'answer-dispute': '答复异议',
  'answer-complaint': '答复投诉',
  'send-proof': '出示证明',
  'send-written': '寄送书面材料',
  'contact-representative': '联系代理人',
  'verify-death': '核实身故',
  'find-guardian': '寻找监护人',
  'welfare-check': '安全关怀',
  'find-speaker': '安排通晓语言的人员',
  'review-breach': '调查违规',
  'put-right': '更正贷款',
  'missed-answer': '督办逾期答复',
  'answer-credit-dispute': '答复征信异议',
  'missed-credit-answer': '督办逾期的征信异议答复',
};

/** What a case took note of. */
const inputs: Record<
  LoanFact['type'] | Input['kind'] | PartnerReport['report'] | Command['command'] | 'offered',
  string
> = {
  'instalment-missed': '逾期未还',
  'instalment-met': '按期还款',
  'payment-received': '还款入账',
  'payment-reversed': '还款冲回',
  'charge-added': '新增费用',
  'amount-waived': '息费减免',
  'waiver-withdrawn': '减免撤回',
  'money-out': '资金退出',
  'payment-pending': '还款在途',
  'payment-failed': '还款失败',
  'loan-restructured': '贷款重组',
  'loan-accelerated': '提前到期',
  'acceleration-undone': '提前到期撤回',
  'creditor-changed': '债权转让',
  'loan-closed': '贷款关闭',
  'loan-taken-on': '存量接管',
  'person-died': '身故',
  'person-insolvent': '破产',
  'person-opted-out': '退订',
  'person-protected': '受保护',
  'dispute-raised': '提出异议',
  'complaint-raised': '提出投诉',
  'person-merged': '人员合并',
  'loan-event': '贷款事件',
  'act-outcome': '联系结果',
  'task-answer': '任务答复',
  'partner-report': '合作方报告',
  command: '人工指令',
  'hold-reported': '暂缓通知',
  'person-known': '借款人已录入',
  'loan-verification': '核实结果',
  'event-parked': '事件搁置',
  'unresolved-cleared': '搁置事件已处理',
  'breach-reported': '违规报告',
  'wishes-told': '本人意愿',
  'start-withheld': '未获准开始',
  'permit-withheld': '未获准拨打',
  'contact-not-joined': '未并入联系',
  'credit-told': '征信报送',
  'act-unanswered': '无答复',
  returned: '退案',
  'recall-acknowledged': '撤案已确认',
  milestone: '进展报告',
  'place-hold': '设置暂缓',
  'end-hold': '解除暂缓',
  review: '复核',
  'record-interruption': '登记诉讼时效中断',
  'record-suspension': '登记诉讼时效中止',
  'propose-write-off': '申请核销',
  'approve-write-off': '复核通过核销',
  'decline-write-off': '复核不通过核销',
  'propose-arrangement': '提出还款安排',
  'approve-arrangement': '复核通过还款安排',
  'decline-arrangement': '复核不通过还款安排',
  'accept-arrangement': '签署还款安排',
  'withdraw-arrangement': '撤回还款安排',
  'raise-matter': '受理异议或投诉',
  'extend-matter': '延长答复期限',
  'approve-extension': '批准延长答复期限',
  'decline-extension': '不批准延长答复期限',
  'answer-matter': '答复异议或投诉',
  'release-matter': '了结异议或投诉',
  offered: '已派发',
};

const criteria: Record<Condition['fact'], string> = {
  'ladder-age': '催收天数',
  dpd: '逾期天数',
  arrears: '逾期金额',
  'failed-call-days': '未接通天数',
  episode: '逾期次数',
  round: '轮次',
  refused: '拒绝还款',
  'failed-calls-or-refusal': '未接通天数或拒绝还款',
  'address-verified-within': '地址核实天数',
  'no-hold': '无暂缓',
  'notice-given': '通知已送达',
  product: '产品',
  'debtor-unreachable': '失联',
  'time-barred': '诉讼时效已届满',
};

const said = (table: Readonly<Record<string, string>>): Words<(code: string) => string> => ({
  en: (code) => code,
  zh: (code) => table[code] ?? code,
});

export const stopWords = said(stops);
export const taskToWords = said(tasks);
export const inputWords = said(inputs);
export const criterionWords = said(criteria);

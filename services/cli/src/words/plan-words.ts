import type { HoldReason } from '@recourse/domain/holds/hold';
import { holdWords } from './hold-words.js';
import type { Lang, Words } from './lang.js';

/** How a plan's reason reads: the code is what matches, the parameters are what it holds. */
type Reason = { stands: RegExp; says: Words<(...params: string[]) => string> };

const fixed = (code: string, en: string, zh: string): Reason => ({
  stands: new RegExp(`^${code}$`),
  says: { en: () => en, zh: () => zh },
});

const reasons: readonly Reason[] = [
  fixed('in grace', 'in grace', '宽限期内'),
  fixed('asks servicing', 'to be verified before anything else', '先行核实'),
  fixed('asks servicing again', 'servicing has told something new', '核心系统有新消息'),
  fixed('waits for servicing', 'waits for servicing', '等待核心系统'),
  fixed('waits for directory', 'waits for the directory', '等待客户信息库'),
  fixed(
    'waits for a payment that servicing knows of',
    'waits for a payment that servicing knows of',
    '等待核心系统已知的还款',
  ),
  fixed(
    'the directory may know the borrower by then',
    'asks the directory for the borrower again',
    '再次向客户信息库查询借款人',
  ),
  fixed('held at intake', 'held at intake', '受理中，处于暂缓'),
  fixed('overdue again, in grace', 'overdue again, in grace', '再次逾期，宽限期内'),
  fixed('overdue again, held', 'overdue again, held', '再次逾期，处于暂缓'),
  fixed('watching the next instalments', 'watching the next instalments', '观察后续各期还款'),
  fixed('nothing to do but watch', 'nothing to do but watch', '暂无动作，继续观察'),
  fixed('taken back', 'taken back', '撤回'),
  fixed(
    'taken back: collected by another party',
    'taken back: another party collects from the borrower already',
    '撤回：已有另一催收方向该借款人催收',
  ),
  fixed('the claim nears its limitation', 'the limitation of the claim nears its end', '诉讼时效将届满'),
  fixed('a debit may be tried again', 'a failed direct debit may be tried again', '届时可再次扣款'),
  fixed('the ladder has ended', 'nothing of the ladder is left to do', '催收流程届时结束'),
  fixed(
    'taken back: the claim is over in law',
    'taken back: the limitation of the claim is over',
    '撤回：诉讼时效已届满',
  ),
  fixed('taken back: death', 'taken back: the borrower has died', '撤回：借款人身故'),
  fixed('taken back: insolvency', 'taken back: the borrower is insolvent', '撤回：借款人破产'),
  fixed('an answer is due', 'the answer to a dispute or complaint is due by then', '异议或投诉的答复届期'),
  fixed('an answer is owed', 'somebody is owed an answer', '尚有异议或投诉待答复'),
  fixed('a promise is judged', 'a promise is judged', '核对承诺是否履行'),
  fixed('an arrangement is judged', 'an arrangement is judged', '核对协议是否履行'),
  fixed('an offer lapses', 'an offer nobody has taken lapses', '要约失效'),
  fixed('the next stage may begin', 'the next stage may begin', '可进入下一阶段'),
  fixed('a search begins or ends', 'a search for the borrower begins or ends', '查找借款人开始或结束'),
  fixed('a step becomes possible', 'a step becomes possible', '步骤条件届时满足'),
  {
    stands: /^a hold ends: (.+)$/,
    says: {
      en: (reason = '') => `the hold for ${holdWords.en[reason as HoldReason] ?? reason} ends`,
      zh: (reason = '') => `暂缓（${holdWords.zh[reason as HoldReason] ?? reason}）届满`,
    },
  },
  {
    stands: /^on hold: (.+)$/,
    says: {
      en: (reason = '') => `on hold for ${holdWords.en[reason as HoldReason] ?? reason}`,
      zh: (reason = '') => `暂缓中（${holdWords.zh[reason as HoldReason] ?? reason}）`,
    },
  },
  {
    stands: /^(\S+), try (\d+) of (\d+)$/,
    says: {
      en: (step, nth, of) => `${step}, try ${nth} of ${of}`,
      zh: (step, nth, of) => `${step}，第 ${nth} 次，共 ${of} 次`,
    },
  },
  {
    stands: /^(\S+): with a colleague$/,
    says: { en: (step) => `${step}: with a colleague`, zh: (step) => `${step}：由同事处理中` },
  },
  {
    stands: /^(\S+): waiting for its receipt$/,
    says: { en: (step) => `${step}: waiting for its receipt`, zh: (step) => `${step}：等待回执` },
  },
  // Of cases that have not taken a turn since these were said.
  fixed('something changes before the next step', 'something else changes first', '下一步之前情况有变'),
  fixed('waiting', 'waiting', '等待'),
];

/** Why a case does next what it does. A reason nobody has words for is told as it stands. */
export function planWords(because: string, lang: Lang): string {
  for (const { stands, says } of reasons) {
    const found = stands.exec(because);
    if (found) return says[lang](...found.slice(1));
  }
  return because;
}

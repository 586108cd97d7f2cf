import { actWords } from './act-words.js';
import { byLawWords } from './by-law-words.js';
import { broughtWords } from './brought-words.js';
import { amountWords } from './amount-words.js';
import { contractSayings } from './contract-sayings.js';
import { arrangementSayings } from './arrangement-sayings.js';
import { creditToldWords } from './credit-words.js';
import { matterSayings } from './matter-sayings.js';
import { inputWords, stopWords, taskToWords } from './code-words.js';
import {
  breachWords,
  handBackWords,
  ignoredWords,
  lapseWords,
  outcomeWords,
  taskWords,
  unmetWords,
} from './detail-words.js';
import { endSayings } from './end-sayings.js';
import type { FactSayings } from './fact-sayings.js';
import { holdWords } from './hold-words.js';
import { momentWords } from './moment-words.js';
import { planWords } from './plan-words.js';
import { judgedWords, promiseRefusalWords, promisesWords } from './promise-words.js';
import { differing, mismatchWords, sourceWords, troubleWords, waitWords } from './verification-words.js';
import { repairedBecauseWords, repairedWords } from './repaired-words.js';
import { findingWords, locateSourceWords, unreachableWords } from './search-words.js';
import { causeWords, endingWords, stageWords } from './stage-words.js';
import { notJoinedWords, permitWithheldWords } from './withheld-words.js';
import { wishWords } from './wish-words.js';

const stage = stageWords.zh;

export const factsInChinese: FactSayings = {
  'case-opened': ({ anchorOn, graceEndsAt, carried, terms }, { zone }) =>
    `${carried && carried.round > 0 ? '再次建案' : '建案'}：自 ${anchorOn} 起逾期；宽限期（至 ${momentWords(graceEndsAt, zone)}）内不催收。${byLawWords(terms.byLaw, 'zh')}`,
  'terms-noted': ({ terms, graceEndsAt, round, onlyLaw }, { zone }) =>
    onlyLaw
      ? `已就合同条款第 ${terms.version} 版核对法律规定。${byLawWords(terms.byLaw, 'zh')}`
      : `合同条款更新为第 ${terms.version} 版：按 ${terms.zone} 计日，宽限期至 ${momentWords(graceEndsAt, zone)}${round === undefined ? '' : '；借款人变更，本阶段重新开始'}。${byLawWords(terms.byLaw, 'zh')}`,
  'records-merged': ({ from, into }) => `${from} 与 ${into} 为同一人，此后合并为 ${into}。`,
  'history-taken-on': ({ asOf, contactsToldUntil, told }, { zone }) =>
    `接管存量案件（账务截至 ${asOf}${told ? `；${broughtWords.zh(told)}` : ''}）；${contactsToldUntil ? `${momentWords(contactsToldUntil, zone)} 前的联系均已告知` : '此前联系记录不全'}。`,
  'strategy-pinned': ({ strategy, segment }) =>
    `适用策略 ${strategy.name} 第 ${strategy.version} 版，分群 ${segment}。`,
  'position-noted': ({ arrears, currency, dpd, bucket, late }) =>
    `逾期应还 ${amountWords(arrears, currency, 'zh')}，逾期 ${dpd} 天（${bucket}）。${late ? `另计至 ${late.asOf} 的逾期罚费 ${amountWords(late.late, currency, 'zh')}，合计 ${amountWords(late.owed, currency, 'zh')}。` : ''}`,
  'stage-entered': ({ stage: to, from, because }) =>
    `${from ? `由${stage[from]}` : ''}进入${stage[to]}阶段：${causeWords.zh[because]}。`,
  'stage-kept': ({ stage: here }) => `逾期减少，仍留在${stage[here]}阶段。`,
  'stage-passed-over': ({ stage: over, criteria }) => `跳过${stage[over]}阶段：${unmetWords(criteria, 'zh')}。`,
  'step-planned': ({ plan }, { zone }) =>
    'ending' in plan
      ? `不再有计划：${endingWords.zh[plan.ending]}。`
      : `下一步：${momentWords(plan.dueAt, zone)} ${plan.act && !plan.awaiting ? actWords(plan.act, 'zh') : '复核'}（${planWords(plan.because, 'zh')}）。`,
  'step-lapsed': ({ step, because }) => `步骤 ${step} 取消：${lapseWords.zh[because]}。`,
  'try-missed': ({ because }) => `任务未完成：${taskWords.zh[because]}。`,
  'step-done': ({ step }) => `步骤 ${step} 完成。`,
  'contact-withheld': ({ outcome }, told) => `未联系：${outcomeWords(outcome, told, 'zh')}。`,
  'start-withheld': ({ by, outcome }, told) => `${by} 欲开始联系而未获准：${outcomeWords(outcome, told, 'zh')}。`,
  'permit-withheld': (withheld, told) => `${permitWithheldWords.zh(withheld, told)}。`,
  'credit-noted': (told) => `${creditToldWords.zh(told)}。`,
  'contact-not-joined': (notJoined, told) => `未并入对同一人的联系 ${notJoinedWords(notJoined, told, 'zh')}。`,
  'contact-concluded': ({ act, outcome }, told) =>
    `${act ? actWords(act, 'zh') : '联系'}：${outcomeWords(outcome, told, 'zh')}。`,
  'act-awaited': ({ awaiting, until }, { zone }) =>
    `等待${awaiting === 'receipt' ? '回执' : '任务'}，至 ${momentWords(until, zone)}。`,
  'alternative-called-in': ({ step, from }) => `由步骤 ${step} 代替 ${from}。`,
  'notice-given': ({ notice }) =>
    `“${notice.kind}”通知已送达，${notice.provedOn} 证实（第 ${notice.instalments.join('、')} 期）。`,
  'loan-verified': ({ by }) => (by === 'servicing' ? '已向核心系统核实。' : '已由人员核实：按已收到的事件继续。'),
  'loan-mismatched': ({ field, ours, theirs }, { currency }) =>
    `与核心系统不符（${mismatchWords.zh[field]}）：我方 ${differing(field, ours, currency, 'zh')}，对方 ${differing(field, theirs, currency, 'zh')}。`,
  'verification-awaited': ({ from, because, until, field, reason }, { zone }) =>
    `${because === 'news' ? '再次询问' : '等待'}${sourceWords.zh[from]}：${waitWords.zh[because]}${troubleWords.zh(field, reason)}，至 ${momentWords(until, zone)}。`,
  'task-opened': ({ to, deadline }, { zone }) =>
    `派发任务（${taskToWords.zh(to)}），截止 ${momentWords(deadline, zone)}。`,
  'task-closed': ({ because }) => `任务关闭：${taskWords.zh[because]}。`,
  'hold-placed': ({ hold }, { zone }) =>
    `暂缓（${holdWords.zh[hold.reason]}）：停止${hold.stops.map(stopWords.zh).join('、')}${hold.until ? `，至 ${momentWords(hold.until, zone)}` : ''}。`,
  'hold-ended': ({ holdId }, { holds }) => {
    const reason = holds?.get(holdId);
    return reason === undefined ? '暂缓结束。' : `暂缓结束（${holdWords.zh[reason]}）。`;
  },
  'promise-made': ({ promise }, { currency }) => `承诺还款：${promisesWords([promise], currency, 'zh')}。`,
  'promise-judged': ({ state, was, received }, { currency }) =>
    `${judgedWords.zh(state, was)}：收到 ${amountWords(received, currency, 'zh')}。`,
  'promise-replaced': ({ received }, { currency }) =>
    `承诺已由新的承诺取代；此前已到账 ${amountWords(received, currency, 'zh')}。`,
  'promise-refused': ({ told, because }, { currency }) =>
    `承诺未予接受（${promisesWords(told, currency, 'zh')}）：${promiseRefusalWords.zh[because]}。`,
  ...arrangementSayings.zh,
  ...contractSayings.zh,
  ...matterSayings.zh,
  ...endSayings.zh,
  'call-back-agreed': ({ callBackAt }, { zone }) => `约定 ${momentWords(callBackAt, zone)} 回电。`,
  'refusal-recorded': ({ on }) => `${on} 记录拒绝还款。`,
  'failed-call-noted': ({ on }) => `${on} 有电话未联系到本人。`,
  'loan-ended': ({ ending }) => `贷款已在核心系统结束：${endingWords.zh[ending]}。`,
  'loan-reopened': ({ ending }) => `贷款恢复：“${endingWords.zh[ending]}”不再成立。`,
  'handed-over': ({ to }) => `移交${to.kind === 'agency' ? '委外机构' : '律所'} ${to.partnerId}。`,
  'handed-back': ({ because }) => `外部处理结束：${handBackWords.zh[because]}。`,
  'unreachable-proved': (proof) => `借款人失联：${unreachableWords.zh(proof)}。`,
  'borrower-searched': ({ searched }) =>
    `查找借款人：${searched.map(({ source, found }) => `${locateSourceWords.zh[source]}（${findingWords.zh[found]}）`).join('、')}。`,
  'borrower-located': ({ source, basis }) => `自${locateSourceWords.zh[source]}查到借款人号码（依据：${basis}）。`,
  'breach-opened': ({ kind, placementId }) => `违规立项：${breachWords.zh[kind]}（委外 ${placementId}）。`,
  'wishes-noted': ({ personId, wishes }) => `${personId} 提出：${wishWords(wishes, 'zh')}。`,
  'input-noted': ({ kind, ignored }) => `收到${inputWords.zh(kind)}${ignored ? `：${ignoredWords.zh[ignored]}` : ''}。`,
  'case-repaired': ({ what, because }) => `按日志修复${repairedWords.zh[what]}：${repairedBecauseWords.zh[because]}。`,
  'case-closed': ({ ending }) => `结案：${endingWords.zh[ending]}。`,
};

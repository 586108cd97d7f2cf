import type { PlanExplained, StepExplained, StageExplained } from '@recourse/domain/case/explain-plan';
import type { Limitation } from '@recourse/domain/limitation/limitation-of';
import type { Criterion } from '@recourse/domain/case/stage';
import { actWords } from './act-words.js';
import { criterionWords, stopWords, taskToWords } from './code-words.js';
import { groundWords, ladderEndWords } from './end-words.js';
import { holdWords } from './hold-words.js';
import type { Lang, Words } from './lang.js';
import { listTable } from './list-table.js';
import { planWords } from './plan-words.js';
import { endingWords, stageWords } from './stage-words.js';

const standings: Words<Record<StageExplained['standing'], string>> = {
  en: { behind: 'behind', 'passed-over': 'passed over', here: 'here', ahead: 'ahead' },
  zh: { behind: '已过', 'passed-over': '跳过', here: '当前', ahead: '未到' },
};
const steps: Words<Record<StepExplained['state'], string>> = {
  en: { done: 'done', lapsed: 'dropped', 'to-do': 'to do', 'only-as-alternative': 'only in place of another' },
  zh: { done: '已完成', lapsed: '已取消', 'to-do': '待执行', 'only-as-alternative': '仅作替代' },
};
const states: Words<Record<Limitation['state'], string>> = {
  en: { running: 'runs', suspended: 'is suspended', expired: 'is over', unknown: 'is unknown' },
  zh: { running: '进行中', suspended: '中止', expired: '已届满', unknown: '不明' },
};
const heads: Words<{ stages: string[]; steps: string[]; holds: string[] }> = {
  en: {
    stages: ['stage', 'standing', 'to enter', 'to leave'],
    steps: ['step', 'act', 'state', 'tries', 'can be had', 'deferred until', 'wants'],
    holds: ['hold', 'stops', 'from', 'until'],
  },
  zh: {
    stages: ['阶段', '位置', '进入条件', '离开条件'],
    steps: ['步骤', '动作', '状态', '次数', '最早可执行', '推迟至', '条件'],
    holds: ['暂缓', '停止', '自', '至'],
  },
};

const criteria = (all: readonly Criterion[], lang: Lang): string =>
  all
    .map(({ fact, threshold, value, held }) => {
      const word = criterionWords[lang](fact.split(' ')[0] ?? fact);
      return `${word} ${value} (${threshold}) ${held ? '+' : '-'}`;
    })
    .join('; ');

/** The limitation of the claim: by which rule, since when and by what, and its last day. */
export function limitationLines(limitation: Limitation | undefined, lang: Lang): string[] {
  if (!limitation)
    return [lang === 'zh' ? '当地无诉讼时效规则。' : 'No law of the place has a limitation of the claim.'];
  const { rule, state, beganOn = '?', endsOn, by, suspensions, citation } = limitation;
  const zh = lang === 'zh';
  const because = by ? `${groundWords[lang][by.ground]}, ${by.by.what} ${by.by.id}` : '';
  return [
    zh
      ? `诉讼时效${states.zh[state]}：自 ${beganOn} 起算${by ? `（${because}）` : ''}${endsOn ? `，最后一日 ${endsOn}` : ''}。依据 ${rule}：${citation}`
      : `The limitation ${states.en[state]}: counted from ${beganOn}${by ? ` (${because})` : ''}${endsOn ? `, last day ${endsOn}` : ''}. By ${rule}: ${citation}`,
    ...suspensions.map(({ event, on, until }) =>
      zh
        ? `中止：${event}，自 ${on}${until ? ` 至 ${until}` : ''}`
        : `suspended: ${event}, from ${on}${until ? ` until ${until}` : ''}`,
    ),
  ];
}

/** What a case does next and why, as lines: the plan first, then what it hangs on. */
export function planLines(explained: PlanExplained, lang: Lang): string[] {
  const { plan, stage, dpd, ladderAge, holds, strategy, openTasks, handedTo, ladderEnded, at } = explained;
  const zh = lang === 'zh';
  const next =
    'ending' in plan
      ? `${zh ? '结案' : 'Ends'}: ${endingWords[lang][plan.ending]}`
      : `${zh ? '下一步' : 'Next'}: ${plan.act ? actWords(plan.act, lang) : zh ? '复核' : 'review'}, ${plan.dueAt} (${planWords(plan.because, lang)})`;
  const standing = stage ? stageWords[lang][stage] : zh ? '受理' : 'intake';
  const lines = [
    next,
    zh
      ? `${at}：${standing}，逾期 ${dpd} 天，催收天数 ${ladderAge}，策略 ${strategy.name} 版本 ${strategy.version}`
      : `At ${at}: ${standing}, ${dpd} days past due, ladder age ${ladderAge}, strategy ${strategy.name} version ${strategy.version}`,
    ...(handedTo ? [`${zh ? '已移交' : 'With'} ${handedTo.partnerId}, ${handedTo.since}`] : []),
    ...(ladderEnded
      ? [`${zh ? '催收流程结束' : 'The ladder has ended'}: ${ladderEndWords[lang][ladderEnded.becomes]}`]
      : []),
    ...openTasks.map((id) => `${zh ? '任务' : 'Task'}: ${taskToWords[lang](id.split('/')[4] ?? id)} (${id})`),
    ...limitationLines(explained.limitation, lang),
    '',
  ];
  const held = holds.map(({ reason, stops, from, until = '' }) => [
    holdWords[lang][reason],
    stops.map((stop) => stopWords[lang](stop)).join(', '),
    from,
    until,
  ]);
  const ladder = explained.stages.map(({ stage: each, standing: where, enter, leave }) => [
    stageWords[lang][each],
    standings[lang][where],
    criteria(enter, lang),
    criteria(leave, lang),
  ]);
  const ofStage = explained.steps.map(({ step, act, state, tries, of, dueAt = '', deferredUntil = '', when }) => [
    step,
    act,
    steps[lang][state],
    `${tries}/${of}`,
    state === 'to-do' ? dueAt : '',
    deferredUntil,
    criteria(when, lang),
  ]);
  const { stages: stageHeads, steps: stepHeads, holds: holdHeads } = heads[lang];
  return [
    ...lines,
    ...(held.length > 0 ? [...listTable(holdHeads, held, lang), ''] : []),
    ...listTable(stageHeads, ladder, lang),
    ...(ofStage.length > 0 ? ['', ...listTable(stepHeads, ofStage, lang)] : []),
  ];
}

import type { Rule, RuleKind } from '@recourse/domain/law/rule';
import type { Actor } from '@recourse/domain/law/shapes/rule-head';
import type { Words } from './lang.js';

export const kindWords: Words<Record<RuleKind, string>> = {
  en: {
    'contact-window': 'hours of contact',
    'frequency-cap': 'cap on contacts',
    cooldown: 'rest after a contact',
    'party-eligibility': 'who may be contacted',
    'channel-permission': 'whether a channel may be used',
    'content-gate': 'what is said',
    'visit-protocol': 'how a visit is made',
    'notice-before-action': 'notice before an action',
    'hold-on-event': 'hold on an event',
    'response-deadline': 'time to answer',
    'legal-clock': 'clock of law',
    'amount-limit': 'limit on money',
    'handover-gate': 'handing over',
    retention: 'how long records are kept',
  },
  zh: {
    'contact-window': '联系时段',
    'frequency-cap': '联系次数上限',
    cooldown: '联系间隔',
    'party-eligibility': '可联系对象',
    'channel-permission': '渠道许可',
    'content-gate': '内容要求',
    'visit-protocol': '外访规范',
    'notice-before-action': '行动前告知',
    'hold-on-event': '事件暂缓',
    'response-deadline': '答复期限',
    'legal-clock': '法定期间',
    'amount-limit': '金额限制',
    'handover-gate': '移交条件',
    retention: '记录保存期限',
  },
};

export const ruleKinds = Object.keys(kindWords.en) as RuleKind[];

export const forceWords: Words<Record<Rule['force'], string>> = {
  en: { hard: 'hard', presumption: 'presumption', standard: 'standard', advisory: 'advisory' },
  zh: { hard: '强制', presumption: '推定', standard: '标准', advisory: '倡导' },
};

export const confidenceWords: Words<Record<Rule['confidence'], string>> = {
  en: { primary: 'text read', secondary: 'report read', memory: 'not read', own: 'own rule' },
  zh: { primary: '原文已读', secondary: '转述已读', memory: '未读', own: '自有规则' },
};

export const actorWords: Words<Record<Actor, string>> = {
  en: { 'first-party': 'lender', agency: 'agency', buyer: 'buyer' },
  zh: { 'first-party': '贷款机构', agency: '委外机构', buyer: '受让方' },
};

export const ruleLabels: Words<
  Record<
    | 'rule'
    | 'pack'
    | 'kind'
    | 'force'
    | 'read'
    | 'binds'
    | 'place'
    | 'citation'
    | 'inForce'
    | 'says'
    | 'keeps'
    | 'howKept'
    | 'otherCode'
    | 'notSoftware'
    | 'toConfirm'
    | 'part'
    | 'rows'
    | 'byRules'
    | 'carried'
    | 'everywhere'
    | 'more',
    string
  >
> = {
  en: {
    rule: 'rule',
    pack: 'pack',
    kind: 'kind',
    force: 'force',
    read: 'how well read',
    binds: 'binds',
    place: 'holds in',
    citation: 'citation',
    inForce: 'in force',
    says: 'parameters',
    keeps: 'keeps',
    howKept: 'kept by',
    otherCode: 'other code',
    notSoftware: 'not software',
    toConfirm: 'to be confirmed by counsel',
    part: 'part',
    rows: 'rows',
    byRules: 'by rules',
    carried: 'carried only',
    everywhere: 'all places',
    more: 'Each row with citation and reason: docs/compliance/coverage.md',
  },
  zh: {
    rule: '规则',
    pack: '规则包',
    kind: '类型',
    force: '效力',
    read: '查证程度',
    binds: '约束对象',
    place: '适用地区',
    citation: '依据',
    inForce: '生效期间',
    says: '参数',
    keeps: '对应要求',
    howKept: '落实方式',
    otherCode: '其他代码',
    notSoftware: '非软件可落实',
    toConfirm: '待律师确认',
    part: '部分',
    rows: '行数',
    byRules: '由规则落实',
    carried: '仅列入规则包',
    everywhere: '所有地区',
    more: '逐条依据与理由见 docs/compliance/coverage.md',
  },
};

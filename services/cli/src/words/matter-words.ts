import type { MatterCommand } from '@recourse/domain/matters/matter-command';
import type { MatterRefusal } from '@recourse/domain/matters/matter-refusal';
import type {
  ExtensionDecline,
  Matter,
  MatterChannel,
  MatterGround,
  MatterKind,
  MatterOutcome,
  ReleaseReason,
} from '@recourse/domain/matters/matter';
import type { Words } from './lang.js';

export const matterKindWords: Words<Record<MatterKind, string>> = {
  en: { dispute: 'dispute', complaint: 'complaint' },
  zh: { dispute: '异议', complaint: '投诉' },
};

export const matterStateWords: Words<Record<Matter['state'], string>> = {
  en: { open: 'to be answered', correcting: 'upheld, to be put right', closed: 'over' },
  zh: { open: '待答复', correcting: '成立，待更正', closed: '已了结' },
};

export const matterChannelWords: Words<Record<MatterChannel, string>> = {
  en: {
    borrower: 'by the borrower',
    regulator: 'through the regulator',
    agency: 'through the agency',
    court: 'through a court',
  },
  zh: { borrower: '本人提出', regulator: '监管转办', agency: '委外机构转来', court: '法院转来' },
};

export const matterGroundWords: Words<Record<MatterGround, string>> = {
  en: {
    'not-mine': 'the debt is not theirs',
    amount: 'the amount',
    'already-paid': 'it is paid',
    'service-not-rendered': 'what was financed was never given',
    terms: 'the terms',
    'too-often': 'contacted too often',
    'unlawful-hours': 'contacted at hours that are not allowed',
    'third-party-told': 'somebody else was told',
    'threat-or-insult': 'a threat or insult',
    'not-helped': 'was not helped',
    'not-said': 'ground not told',
  },
  zh: {
    'not-mine': '否认债务',
    amount: '金额有误',
    'already-paid': '已还款',
    'service-not-rendered': '服务未提供',
    terms: '合同条款',
    'too-often': '联系过于频繁',
    'unlawful-hours': '在禁止时段联系',
    'third-party-told': '向第三人泄露',
    'threat-or-insult': '威胁或侮辱',
    'not-helped': '诉求未获处理',
    'not-said': '未说明事由',
  },
};

export const matterOutcomeWords: Words<Record<MatterOutcome, string>> = {
  en: { upheld: 'upheld', 'partly-upheld': 'partly upheld', rejected: 'rejected' },
  zh: { upheld: '成立', 'partly-upheld': '部分成立', rejected: '不成立' },
};

export const releaseWords: Words<Record<ReleaseReason, string>> = {
  en: { corrected: 'put right', withdrawn: 'taken back by who raised it', 'entered-in-error': 'entered in error' },
  zh: { corrected: '已更正', withdrawn: '提出人撤回', 'entered-in-error': '录入有误' },
};

export const extensionDeclineWords: Words<Record<ExtensionDecline, string>> = {
  en: {
    'ground-not-so': 'the ground is not so',
    'can-be-answered': 'it can be answered in time',
    'not-told': 'the person was not told as the law asks',
  },
  zh: { 'ground-not-so': '延期理由不成立', 'can-be-answered': '可按期答复', 'not-told': '未依规告知本人' },
};

export const matterCommandWords: Words<Record<MatterCommand['command'], string>> = {
  en: {
    'raise-matter': 'raising it',
    'extend-matter': 'the extension',
    'approve-extension': 'leave for the extension',
    'decline-extension': 'saying no to the extension',
    'answer-matter': 'the answer',
    'release-matter': 'its end',
  },
  zh: {
    'raise-matter': '受理',
    'extend-matter': '延期',
    'approve-extension': '批准延期',
    'decline-extension': '不批准延期',
    'answer-matter': '答复',
    'release-matter': '了结',
  },
};

export const matterRefusalWords: Words<Record<MatterRefusal, string>> = {
  en: {
    'unknown-matter': 'there is no such dispute or complaint',
    'not-at-that-point': 'it is not at that point',
    'ground-of-another-kind': 'that is no ground of this kind',
    'day-not-possible': 'the day lies ahead, too far back, or before it was raised',
    'not-with-an-agency': 'no agency has the loan',
    'no-extension-by-law': 'no law gives more days',
    'unknown-ground': 'the law gives no more days on that ground',
    'used-already': 'the law gives these days once',
    'not-approved': 'the law asks for leave, and nobody gave it',
    'granted-too-late': 'the day is over already',
    'approver-is-asker':
      'who gives or declines leave must be somebody else: another name at the same terminal is nobody else',
    'nothing-asked': 'nobody has asked for more days that take leave',
    'nothing-to-correct': 'there is nothing to put right',
  },
  zh: {
    'unknown-matter': '无此异议或投诉',
    'not-at-that-point': '当前状态不可办理',
    'ground-of-another-kind': '事由与类别不符',
    'day-not-possible': '日期晚于今日、过早或早于提出日',
    'not-with-an-agency': '贷款不在委外机构处',
    'no-extension-by-law': '法规未规定可延期',
    'unknown-ground': '法规未规定该延期事由',
    'used-already': '该延期已使用',
    'not-approved': '须经批准而未获批准',
    'granted-too-late': '期限已过',
    'approver-is-asker': '批准或不批准的人须为他人',
    'nothing-asked': '无待批准的延期申请',
    'nothing-to-correct': '无须更正',
  },
};

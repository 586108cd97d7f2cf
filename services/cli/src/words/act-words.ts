import type { Act, ActKind } from '@recourse/domain/case/act';
import type { Channel } from '@recourse/domain/contact/channel';
import type { Lang, Words } from './lang.js';

export const channelWords: Words<Record<Channel, string>> = {
  en: {
    sms: 'SMS',
    email: 'e-mail',
    app: 'app message',
    im: 'enterprise message',
    'voice-bot': 'voice bot',
    dialler: 'dialler',
    letter: 'letter',
    call: 'call',
    visit: 'visit',
  },
  zh: {
    sms: '短信',
    email: '电子邮件',
    app: '应用消息',
    im: '企业即时消息',
    'voice-bot': '语音机器人',
    dialler: '外呼系统',
    letter: '信函',
    call: '电话',
    visit: '上门',
  },
};

const kindWords: Words<Record<ActKind, string>> = {
  en: {
    'send-reminder': 'reminder',
    'send-notice': 'notice',
    'place-call': 'call',
    'arrange-visit': 'visit',
    'place-with-agency': 'placement with agency',
    'recall-from-agency': 'recall from agency',
    'refer-to-legal': 'referral to law firm',
    'withdraw-from-legal': 'withdrawal from law firm',
    'verify-loan': 'verification',
  },
  zh: {
    'send-reminder': '提醒',
    'send-notice': '通知',
    'place-call': '电话',
    'arrange-visit': '外访',
    'place-with-agency': '委托机构',
    'recall-from-agency': '撤回委托',
    'refer-to-legal': '移交律所',
    'withdraw-from-legal': '撤回律所',
    'verify-loan': '核实',
  },
};

/** `reminder by SMS`, `placement with agency agency-1`. */
export function actWords(act: Act, lang: Lang): string {
  const kind = kindWords[lang][act.kind];
  switch (act.kind) {
    case 'send-reminder':
    case 'send-notice':
      return lang === 'en' ? `${kind} by ${channelWords.en[act.channel]}` : `${channelWords.zh[act.channel]}${kind}`;
    case 'place-call':
      return lang === 'en'
        ? `${kind} by ${act.by}`
        : `${kind}（${act.by === 'desk' ? '坐席' : channelWords.zh[act.by]}）`;
    case 'arrange-visit':
    case 'verify-loan':
      return kind;
    case 'place-with-agency':
    case 'recall-from-agency':
      return `${kind} ${act.agencyId}`;
    case 'refer-to-legal':
    case 'withdraw-from-legal':
      return `${kind} ${act.firmId}`;
  }
}

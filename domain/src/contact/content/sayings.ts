import type { ContentGate } from '../../law/shapes/content-gate-shape.js';
import { foldLetters } from './fold-letters.js';
import { amountOutputs, liquidParts } from './liquid-parts.js';
import type { Language } from './message-template.js';

export type Saying = ContentGate['mustSay'][number];

/** A saying is found by a variable or by words; Chinese and English are told by their own. */
const evidence: Record<Saying, { outputs?: readonly string[]; zh: RegExp; en: RegExp }> = {
  'sender-identity': { outputs: ['sender'], zh: /(?!)/, en: /(?!)/ },
  amount: { outputs: amountOutputs, zh: /(?!)/, en: /(?!)/ },
  'how-to-pay': { outputs: ['howToPay'], zh: /(?!)/, en: /(?!)/ },
  'due-date': { outputs: ['l.dueOn'], zh: /(?!)/, en: /(?!)/ },
  'debt-collector': { zh: /催收(?:机构|公司|人)发|我们是催收/, en: /\b(?:from|am|is|are) a debt collector/i },
  'attempt-to-collect': { zh: /(?:旨在|为了|试图)(?:催收|收取)/, en: /\battempt(?:ing)? to collect\b/i },
  // Who it is changes: a name written into the words would be another's after an assignment.
  creditor: { outputs: ['l.creditor'], zh: /(?!)/, en: /(?!)/ },
  'opt-out': { zh: /退订|拒收|不再接收/, en: /\b(?:opt out|unsubscribe|reply stop)\b/i },
  'complaint-line': { zh: /投诉/, en: /\bcomplain/i },
  'dispute-rights': { zh: /异议/, en: /\bdispute/i },
  automated: { zh: /自动语音|智能语音|机器人/, en: /\bautomated\b/i },
  'human-on-request': { zh: /转?人工/, en: /\b(?:a person|a colleague|an agent|a human)\b/i },
  'legal-action': {
    zh: /诉讼|起诉|仲裁|法院|强制执行|律师函/,
    en: /\b(?:legal (?:action|proceedings|steps)|lawsuits?|sue[sd]?|suing|suits?|courts?|litigation|arbitration|(?:lawyer|solicitor|attorney)[’']?s?[’']? letter|letter before (?:action|claim))\b/i,
  },
  'credit-bureau': { zh: /征信/, en: /\bcredit (?:bureau|report|file|record)/i },
};

const names = Object.keys(evidence) as Saying[];

/** What a text says of all that the law names. */
export const sayingsIn = (text: string, language: Language): Saying[] => {
  const { literal, outputs } = liquidParts(text);
  return names.filter((name) => {
    const { outputs: printing = [], [language]: words } = evidence[name];
    return printing.some((each) => outputs.includes(each)) || words.test(literal) || words.test(foldLetters(literal));
  });
};

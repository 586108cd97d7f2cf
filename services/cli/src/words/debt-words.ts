import type { Component } from '@recourse/domain/money/components';
import type { DebtSource } from '@recourse/domain/money/debt';
import { componentWords } from './component-words.js';
import type { Lang, Words } from './lang.js';

const from: Words<Record<DebtSource['source'], (instalment: number, id: string) => string>> = {
  en: {
    acceleration: (instalment, id) => `acceleration ${id}, from instalment ${instalment} on`,
    instalment: (instalment) => `instalment ${instalment}`,
    charge: (instalment, id) => `charge ${id}, with instalment ${instalment}`,
    'money-out': (instalment, id) => `money out ${id}, with instalment ${instalment}`,
  },
  zh: {
    acceleration: (instalment, id) => `提前到期 ${id}(自第 ${instalment} 期起)`,
    instalment: (instalment) => `第 ${instalment} 期`,
    charge: (instalment, id) => `费用 ${id}(第 ${instalment} 期)`,
    'money-out': (instalment, id) => `资金退出 ${id}(第 ${instalment} 期)`,
  },
};

/** `instalment 2: penalty interest`. */
export function debtWords(debt: DebtSource & { instalment: number; component: Component }, lang: Lang): string {
  const of = from[lang][debt.source](debt.instalment, debt.id);
  return `${of}: ${componentWords[lang][debt.component]}`;
}

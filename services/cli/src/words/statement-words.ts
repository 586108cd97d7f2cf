import type { HoldReason } from '@recourse/domain/holds/hold';
import type { LateChargeStatement } from '@recourse/domain/money/penalty/late-charge-statement';
import type { LateChargeKind, LineRate, LineRule, StatementLine } from '@recourse/domain/money/penalty/statement-line';
import { amountWords } from './amount-words.js';
import { holdWords } from './hold-words.js';
import type { Lang, Words } from './lang.js';
import { listTable } from './list-table.js';

export const chargeWords: Words<Record<LateChargeKind, string>> = {
  en: {
    damages: 'liquidated damages',
    penalty: 'penalty interest',
    compound: 'compound interest',
    judgment: 'judgment interest',
  },
  zh: { damages: '违约金', penalty: '罚息', compound: '复利', judgment: '迟延履行加倍利息' },
};

const ruleWords: Words<Record<LineRule['by'], (name: string, limit: string) => string>> = {
  en: {
    clause: (name) => `contract, ${name}`,
    law: (name) => `law, ${name}`,
    grace: (name) => `free: grace (${name})`,
    stop: (name) => `free: ${name}`,
    cap: (name, limit) => `cut to ${limit} by ${name}`,
  },
  zh: {
    clause: (name) => `合同 ${name}`,
    law: (name) => `法律 ${name}`,
    grace: (name) => `免计:宽限期(${name})`,
    stop: (name) => `免计:${name}`,
    cap: (name, limit) => `依 ${name} 减至 ${limit}`,
  },
};

const heads: Words<readonly string[]> = {
  en: ['charge', 'instalment', 'from', 'to', 'days', 'on', 'rate', 'amount', 'rule'],
  zh: ['项目', '期', '起', '止(不含)', '天数', '计息基数', '利率', '金额', '依据'],
};

const answer: Words<(asOf: string, total: string) => string> = {
  en: (asOf, total) => `Lateness up to ${asOf} (that day not counted) costs ${total}.`,
  zh: (asOf, total) => `截至 ${asOf}(当日不计)逾期费用共 ${total}。`,
};

const totalWord: Words<string> = { en: 'total', zh: '合计' };
const per: Words<Record<LineRate['per'], string>> = {
  en: { year: ' a year', day: ' a day', once: '' },
  zh: { year: '/年', day: '/日', once: '' },
};

/** Exact per cent of whole millionths or billionths, without a float: `12.75%`. */
const percent = (amount: number, digits: number): string => {
  const text = String(amount).padStart(digits + 1, '0');
  const rest = text.slice(-digits).replace(/0+$/, '');
  return `${text.slice(0, -digits)}${rest === '' ? '' : `.${rest}`}%`;
};

const rateWords = (rate: LineRate | undefined, lang: Lang): string => {
  if (!rate) return '';
  return (rate.per === 'once' ? percent(rate.ppm, 4) : percent(rate.ppb, 7)) + per[lang][rate.per];
};

const stopWords = (name: string, lang: Lang): string => holdWords[lang][name as HoldReason] ?? name;

const ruleOf = ({ rule }: StatementLine, money: (amount: number) => string, lang: Lang): string =>
  ruleWords[lang][rule.by](
    rule.by === 'stop' ? stopWords(rule.name, lang) : rule.name,
    rule.by === 'cap' ? money(rule.limit) : '',
  );

/** A statement of what lateness costs, its lines and their sum. */
export function statementLines({ asOf, currency, lines, total }: LateChargeStatement, lang: Lang): string[] {
  const money = (amount: number): string => amountWords(amount, currency, lang);
  const rows = lines.map((line) => [
    chargeWords[lang][line.charge],
    line.instalment ?? '',
    line.from,
    line.to,
    line.days,
    money(line.base),
    rateWords(line.rate, lang),
    money(line.amount),
    ruleOf(line, money, lang),
  ]);
  const sum = rows.length === 0 ? [] : [[totalWord[lang], '', '', '', '', '', '', money(total), '']];
  return [answer[lang](asOf, money(total)), '', ...listTable(heads[lang], [...rows, ...sum], lang)];
}

import type { Lang, Words } from '../words/lang.js';
import { cutToWidth, shownWidth } from '../words/shown-width.js';
import { textTable } from '../words/text-table.js';
import type { WithheldByRule } from './withheld-by-rule.js';

const words: Words<Record<'title' | 'rule' | 'citation' | 'deferred' | 'refused', string>> = {
  en: {
    title: 'Contacts that did not begin, by rule',
    rule: 'rule',
    citation: 'citation',
    deferred: 'deferred',
    refused: 'refused',
  },
  zh: { title: '按规则未开始的联系', rule: '规则', citation: '依据', deferred: '推迟', refused: '拒绝' },
};

/** Columns a citation takes at most. */
const citationColumns = 60;

/** Which rule let contacts wait or refused them, how often, by which law. Empty when none did. */
export function withheldLines(rules: readonly WithheldByRule[], lang: Lang): string[] {
  if (rules.length === 0) return [];
  const { title, rule, citation, deferred, refused } = words[lang];
  const table = textTable(
    [rule, citation, deferred, refused],
    rules.map((each) => [each.rule, shortened(each.citation), each.deferred, each.refused]),
  );
  return ['', title, '', ...table.map((line) => `  ${line}`)];
}

/** Law and article, without what they say; of an own rule what it says. */
const shortened = (citation: string): string => {
  const [law = '', ...says] = citation.split(': ');
  const short = law === 'own rule' ? `own: ${says.join(': ')}` : law;
  return shownWidth(short) > citationColumns ? `${cutToWidth(short, citationColumns - 1).trimEnd()}…` : short;
};

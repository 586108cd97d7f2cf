import { fieldFaultPhrases } from './field-fault-phrases.js';
import { policyFaultPhrases } from './policy-fault-phrases.js';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const slot = /\{(a|b|c|d|lack)\}/;

/** The more words of its own a phrase has, the sooner it is tried. */
const phrases = [...policyFaultPhrases, ...fieldFaultPhrases]
  .map(([en, zh]) => {
    const parts = en.split(slot);
    const pattern = parts.map((part, nth) => (nth % 2 === 0 ? escaped(part) : `(?<${part}>.+?)`)).join('');
    const own = parts.filter((_, nth) => nth % 2 === 0).join('').length;
    return { pattern: new RegExp(`^${pattern}$`, 's'), zh, own };
  })
  .toSorted((a, b) => b.own - a.own);

/** What of a saying is itself made of sayings: `leaves out actor agency, leaves out channels sms`. */
const severally = (text: string): string =>
  text
    .split(/, (?=leaves out |holds in )/)
    .map((each) => faultInChinese(each) ?? each)
    .join('，');

/** A fault of the policies in Chinese; what stands in it of the files stays as it is. Absent: no words for it are known. */
export const faultInChinese = (reason: string): string | undefined => {
  for (const { pattern, zh } of phrases) {
    const found = pattern.exec(reason);
    if (!found) continue;
    const value = (name: string): string => found.groups?.[name] ?? '';
    return zh.replace(/\{(a|b|c|d|lack)\}/g, (_, name: string) =>
      name === 'lack' ? severally(value(name)) : value(name),
    );
  }
  return undefined;
};

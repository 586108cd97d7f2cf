import type { Law } from '../../law/law.js';
import { approvalFault } from './approval-fault.js';
import type { ContentAround } from './content-around.js';
import type { ContentFault } from './content-fault.js';
import { forbiddenIn } from './forbidden-in.js';
import { hasOtherScript } from './is-written-in.js';
import { literalMoney } from './literal-money.js';
import { languages } from './message-template.js';
import { sayingsIn } from './sayings.js';
import type { SenderWords } from './sender-words.js';

/** They stand in every message: whatever any rule of content forbids anybody, by any channel, is forbidden here. */
const gates = ({ packs }: Law) =>
  packs.flatMap(({ rules }) => rules).flatMap((rule) => (rule.kind === 'content-gate' ? [rule] : []));

/**
 * Everything for which the sender's name and way to pay cannot be used. They are held against what a template is held against. Nothing may be
 * said in them that a template would have to declare, since the same words go into those that do not; a brace is no variable here.
 */
export const senderFaults = (
  sender: SenderWords,
  { law, words }: Omit<ContentAround, 'senderNames'>,
): ContentFault[] => {
  const found = (['name', 'howToPay'] as const).flatMap((field) =>
    languages.flatMap((language): ContentFault[] => {
      const path = `${field}.${language}`;
      const text = sender[field][language];
      const money = literalMoney(text);
      const isChinese = /\p{Script=Han}/u.test(text);
      // A name may be Latin in Chinese too.
      const isWrong = hasOtherScript(text) || (language === 'en' ? isChinese : field === 'howToPay' && !isChinese);
      return [
        ...(isWrong ? [{ path, reason: 'wrong-language' as const, detail: language }] : []),
        ...(/[{}]/.test(text) ? [{ path, reason: 'unknown-variable' as const, detail: text }] : []),
        ...(money === undefined ? [] : [{ path, reason: 'amount-not-from-position' as const, detail: money }]),
        ...forbiddenIn(text, words, gates(law)).map((detail) => ({ path, reason: 'forbidden-words' as const, detail })),
        ...sayingsIn(text.replace(/[{}]/g, ' '), language).map((detail) => ({
          path,
          reason: 'says-undeclared' as const,
          detail,
        })),
      ];
    }),
  );
  return [...found, ...approvalFault(sender)];
};

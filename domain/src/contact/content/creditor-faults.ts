import type { Law } from '../../law/law.js';
import { approvalFault } from './approval-fault.js';
import type { ContentAround } from './content-around.js';
import type { ContentFault } from './content-fault.js';
import type { CreditorWords } from './creditor-words.js';
import { forbiddenIn } from './forbidden-in.js';
import { hasOtherScript } from './is-written-in.js';
import { languages } from './message-template.js';
import { sayingsIn } from './sayings.js';

const gates = ({ packs }: Law) =>
  packs.flatMap(({ rules }) => rules).flatMap((rule) => (rule.kind === 'content-gate' ? [rule] : []));

/**
 * Everything for which the creditors' names cannot be used: they are held against the words no message may have, and may say nothing that a
 * template would have to declare. Figures stand in names of firms (三六零); a quotation mark would end the name where it stands.
 */
export const creditorFaults = (
  creditors: CreditorWords,
  { law, words }: Omit<ContentAround, 'senderNames'>,
): ContentFault[] => {
  const found = Object.entries(creditors.names).flatMap(([id, name]) =>
    languages.flatMap((language): ContentFault[] => {
      const path = `names.${id}.${language}`;
      const text = name[language];
      const isWrong = hasOtherScript(text) || (language === 'en' && /\p{Script=Han}/u.test(text));
      return [
        ...(isWrong ? [{ path, reason: 'wrong-language' as const, detail: language }] : []),
        ...(/[{}“”]/.test(text) ? [{ path, reason: 'unknown-variable' as const, detail: text }] : []),
        ...forbiddenIn(text, words, gates(law)).map((detail) => ({ path, reason: 'forbidden-words' as const, detail })),
        ...sayingsIn(text.replace(/[{}]/g, ' '), language).map((detail) => ({
          path,
          reason: 'says-undeclared' as const,
          detail,
        })),
      ];
    }),
  );
  return [...found, ...approvalFault(creditors)];
};

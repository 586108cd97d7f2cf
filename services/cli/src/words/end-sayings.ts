import type { LimitationFact } from '@recourse/domain/limitation/limitation-fact';
import type { WriteOffFact } from '@recourse/domain/write-off/write-off-fact';
import { amountWords } from './amount-words.js';
import {
  groundWords,
  ladderEndWords,
  limitationRefusalWords,
  limitationStateWords,
  writeOffRefusalWords,
} from './end-words.js';
import type { FactSayings } from './fact-sayings.js';
import type { Words } from './lang.js';

/** What is said of limitations, of the end of a ladder, and of write-offs. */
export const endSayings: Words<Pick<FactSayings, LimitationFact['type'] | WriteOffFact['type']>> = {
  en: {
    'limitation-interrupted': ({ ground, on }) => `Limitation begins anew: ${groundWords.en[ground]} on ${on}.`,
    'limitation-suspended': ({ event, on, until }) =>
      `Limitation suspended from ${on}${until ? ` until ${until}` : ''}: ${event}.`,
    'limitation-noted': ({ state, endsOn }) =>
      `The limitation of the claim ${limitationStateWords.en[state]}${endsOn ? ` (last day ${endsOn})` : ''}.`,
    'limitation-refused': ({ because }) => `Not recorded of the limitation: ${limitationRefusalWords.en[because]}.`,
    'ladder-ended': ({ becomes }) => `The ladder has ended: ${ladderEndWords.en[becomes]}.`,
    'write-off-proposed': ({ writeOff: { amount, currency, proposedBy } }) =>
      `Write-off of ${amountWords(amount, currency, 'en')} proposed by ${proposedBy}.`,
    'write-off-refused': ({ because }) => `Write-off: not done, ${writeOffRefusalWords.en[because]}.`,
    'write-off-declined': ({ by }) => `Write-off not approved by ${by}.`,
    'written-off': ({ amount, currency, approvedBy }) =>
      `Written off: ${amountWords(amount, currency, 'en')}, approved by ${approvedBy}. The claim remains.`,
    'recovery-noted': ({ amount, currency, takenBack }) =>
      `${amountWords(amount, currency, 'en')} ${takenBack ? 'recovered after the write-off was taken back' : 'recovered after the write-off'}.`,
  },
  zh: {
    'limitation-interrupted': ({ ground, on }) => `诉讼时效中断：${on} ${groundWords.zh[ground]}，重新起算。`,
    'limitation-suspended': ({ event, on, until }) =>
      `诉讼时效自 ${on} 起中止${until ? `，至 ${until}` : ''}：${event}。`,
    'limitation-noted': ({ state, endsOn }) =>
      `诉讼时效${limitationStateWords.zh[state]}${endsOn ? `（最后一日 ${endsOn}）` : ''}。`,
    'limitation-refused': ({ because }) => `诉讼时效事项未记录：${limitationRefusalWords.zh[because]}。`,
    'ladder-ended': ({ becomes }) => `催收流程结束：${ladderEndWords.zh[becomes]}。`,
    'write-off-proposed': ({ writeOff: { amount, currency, proposedBy } }) =>
      `${proposedBy} 申请核销 ${amountWords(amount, currency, 'zh')}。`,
    'write-off-refused': ({ because }) => `核销未办理：${writeOffRefusalWords.zh[because]}。`,
    'write-off-declined': ({ by }) => `核销未获 ${by} 复核通过。`,
    'written-off': ({ amount, currency, approvedBy }) =>
      `已核销 ${amountWords(amount, currency, 'zh')}，由 ${approvedBy} 复核。账销案存。`,
    'recovery-noted': ({ amount, currency, takenBack }) =>
      `核销后收回 ${amountWords(amount, currency, 'zh')}${takenBack ? '，已冲回' : ''}。`,
  },
};

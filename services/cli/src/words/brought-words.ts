import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Words } from './lang.js';

type Brought = NonNullable<Extract<CaseFact, { type: 'history-taken-on' }>['told']>;

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** How much was told of a loan that was taken on. */
export const broughtWords: Words<(brought: Brought) => string> = {
  en: ({ payments, contacts, notices, holds }) =>
    [some(payments, 'payment'), some(contacts, 'contact'), some(notices, 'notice'), some(holds, 'hold')].join(', '),
  zh: ({ payments, contacts, notices, holds }) =>
    `还款 ${payments} 笔、联系 ${contacts} 次、通知 ${notices} 份、暂缓 ${holds} 项`,
};

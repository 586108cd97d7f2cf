import type { Found } from '@recourse/activities/repair/repair-cases';
import type { Words } from './lang.js';
import { repairedBecauseWords, repairedWords } from './repaired-words.js';

type RepairWords = {
  heads: readonly [string, string, string, string];
  nothing: string;
  what: Record<Found['what'], string>;
  because: Record<Found['because'], string>;
  done: string;
  would: string;
  cannot: string;
};

/** What `recourse repair` says. */
export const repairWords: Words<RepairWords> = {
  en: {
    heads: ['case', 'what', 'found', 'repair'],
    nothing: 'nothing to repair: everything is as the journals have it',
    what: { ...repairedWords.en, ring: 'news', journal: 'journal' },
    because: { ...repairedBecauseWords.en, unheard: 'was not read', broken: 'is broken itself' },
    done: 'done',
    would: 'would be done',
    cannot: 'cannot be done: nothing tells what it said; restore it from a backup',
  },
  zh: {
    heads: ['案件', '对象', '发现', '修复'],
    nothing: '无需修复：一切与日志一致',
    what: { ...repairedWords.zh, ring: '消息', journal: '日志' },
    because: { ...repairedBecauseWords.zh, unheard: '未被读取', broken: '本身已损坏' },
    done: '已完成',
    would: '将会执行',
    cannot: '无法修复：请从备份恢复',
  },
};

import type { Repaired } from '@recourse/domain/case/case-facts';
import type { Words } from './lang.js';

/** What can be restored from the journal. */
export const repairedWords: Words<Record<Repaired['what'], string>> = {
  en: {
    'case-document': 'case document',
    workflow: 'workflow',
    'open-case': "the loan's open case",
    'relay-position': "the relay's position",
    task: 'task',
  },
  zh: {
    'case-document': '案件文档',
    workflow: '工作流',
    'open-case': '贷款的未结案件',
    'relay-position': '转发位置',
    task: '任务',
  },
};

export const repairedBecauseWords: Words<Record<Repaired['because'], string>> = {
  en: { missing: 'was missing', differs: 'differed from it' },
  zh: { missing: '缺失', differs: '与日志不符' },
};

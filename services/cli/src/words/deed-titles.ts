import type { Words } from './lang.js';

/** Heads and verdict of the feature table. */
export const deedTitles: Words<Record<'title' | 'feature' | 'times' | 'minimum' | 'none' | 'below' | 'short', string>> =
  {
    en: {
      title: 'What the portfolio has shown',
      feature: 'feature',
      times: 'times',
      minimum: 'minimum',
      none: '-',
      below: 'TOO FEW',
      short: 'The portfolio has not shown what it must: this demonstration has failed.',
    },
    zh: {
      title: '本次演示涵盖的情形',
      feature: '情形',
      times: '次数',
      minimum: '至少',
      none: '-',
      below: '不足',
      short: '演示未达到应涵盖的情形：本次演示失败。',
    },
  };

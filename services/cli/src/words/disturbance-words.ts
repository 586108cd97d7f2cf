import type { DisturbanceName } from '../demo/disturbances.js';
import type { Words } from './lang.js';

/** What went wrong on purpose, as a line between the days. */
export const disturbanceWords: Words<Record<DisturbanceName, string>> = {
  en: {
    'worker-killed': 'The worker was killed in the middle of the day.',
    'regional-flood': 'A flood: 12 loans of the region are held for 20 days.',
    'two-days-outage': 'For two days nobody of ours was there: what fell due meanwhile was met late.',
    'contact-stopped': 'Contact was stopped from 09:30 to 12:30 (kill switch).',
  },
  zh: {
    'worker-killed': '当日工作进程被强制终止。',
    'regional-flood': '某地区遭遇洪灾：12 笔贷款暂缓 20 天。',
    'two-days-outage': '系统停机两天：期间到期的事项延后处理。',
    'contact-stopped': '09:30 至 12:30 停止一切联系（紧急停催开关）。',
  },
};

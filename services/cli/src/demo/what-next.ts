import type { Words } from '../words/lang.js';
import { shownWidth } from '../words/shown-width.js';
import type { DemoOptions } from './demo-options.js';

const words: Words<Record<'look' | 'workflow' | 'stop' | 'afterwards' | 'inspect' | 'printed', string>> = {
  en: {
    look: 'Look at one case:',
    workflow: 'Its workflow, as prose:',
    stop: 'Everything stays up until Ctrl-C.',
    afterwards: 'To look around at the end:',
    inspect: 'and then at one case:',
    printed: "the address of Temporal's web pages is printed with it",
  },
  zh: {
    look: '查看一个案件：',
    workflow: '查看其工作流：',
    stop: '一切保持运行，按 Ctrl-C 停止。',
    afterwards: '结束后想继续查看：',
    inspect: '然后查看一个案件：',
    printed: '届时会给出 Temporal 页面的地址',
  },
};

/** How to go on looking: at one case, and at its workflow in Temporal's web pages. */
export function whatNext({ keep, lang }: DemoOptions, loanId: string, temporalUiUrl: string | undefined): string[] {
  const say = words[lang];
  const look = `npm run recourse -- case show ${loanId}${lang === 'en' ? '' : ` --lang ${lang}`}`;
  if (!keep)
    return aligned([
      [say.afterwards, 'npm start -- --keep'],
      [say.inspect, look],
      [say.workflow, say.printed],
    ]);
  const pages = temporalUiUrl ? `${temporalUiUrl}/namespaces/default/workflows` : '-';
  return [
    ...aligned([
      [say.look, look],
      [say.workflow, pages],
    ]),
    say.stop,
  ];
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([head]) => shownWidth(head)));
  return rows.map(([head, text]) => `${head}${' '.repeat(width - shownWidth(head))}  ${text}`);
}

import type { PortfolioStanding } from '@recourse/infra/mongo/portfolio-standing';
import { amountWords } from '../words/amount-words.js';
import type { Lang } from '../words/lang.js';
import { reportWords } from '../words/report-words.js';
import { cutToWidth } from '../words/shown-width.js';
import { stageWords } from '../words/stage-words.js';

export type Shown = { day: number; days: number; date: string; standing: PortfolioStanding };
export type LiveDisplay = { show(shown: Shown): void; note(line: string): void; end(): void };

const barWidth = 40;
const everyDays = 5;
const order = ['intake', 'reminder', 'call', 'visit', 'outsourcing', 'legal', 'monitoring'] as const;

/** A block redrawn in place on a terminal; elsewhere a line for every five days. */
export function liveDisplay(out: NodeJS.WriteStream, lang: Lang): LiveDisplay {
  return out.isTTY ? redrawn(out, lang) : lines(out, lang);
}

function lines(out: NodeJS.WriteStream, lang: Lang): LiveDisplay {
  let lastShown = -everyDays;
  const print = (text: string): void => void out.write(`${text}\n`);
  return {
    show(shown) {
      if (shown.day < lastShown + everyDays && shown.day < shown.days) return;
      lastShown = shown.day;
      print([head(shown, lang), ...figures(shown.standing, lang)].join(' | '));
    },
    note: print,
    end: () => undefined,
  };
}

function redrawn(out: NodeJS.WriteStream, lang: Lang): LiveDisplay {
  let height = 0;
  let block: string[] = [];
  const clear = (): void => void (height > 0 && out.write(`\u001b[${height}F\u001b[0J`));
  const draw = (): void => {
    const width = Math.max(20, out.columns - 1);
    for (const line of block) out.write(`${cutToWidth(line, width)}\n`);
    height = block.length;
  };
  return {
    show(shown) {
      const filled = Math.round((shown.day / shown.days) * barWidth);
      block = [
        `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}  ${head(shown, lang)}`,
        ...figures(shown.standing, lang).map((line) => `  ${line}`),
      ];
      clear();
      draw();
    },
    note(line) {
      clear();
      out.write(`${line}\n`);
      draw();
    },
    end: () => (height = 0),
  };
}

function head({ day, days, date }: Shown, lang: Lang): string {
  const words = reportWords[lang];
  return lang === 'en'
    ? `${words.day} ${day} ${words.of} ${days}, ${date}`
    : `${words.day} ${day}${words.of}${days} 天 ${date}`;
}

function figures({ open, closed, contacts, payments, recovered, parked }: PortfolioStanding, lang: Lang): string[] {
  const words = reportWords[lang];
  const stages = order.flatMap((stage) => (open[stage] ? [`${stageWords[lang][stage]} ${open[stage]}`] : []));
  const ended = Object.values(closed).reduce((sum, count) => sum + count, 0);
  const money = Object.entries(recovered).map(([currency, amount]) => amountWords(amount, currency, lang));
  return [
    `${words.cases}: ${[...stages, `${words.closed} ${ended}`].join(', ')}`,
    `${words.contacts}: ${contacts}`,
    `${words.payments}: ${payments}${money.length > 0 ? ` (${words.recovered} ${money.join(', ')})` : ''}`,
    ...(parked > 0 ? [`${words.parked}: ${parked}`] : []),
  ];
}

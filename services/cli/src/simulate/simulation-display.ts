import type { Lang } from '../words/lang.js';
import { cutToWidth } from '../words/shown-width.js';
import { simulationProgress } from '../words/simulation-words.js';

export type SimulationDisplay = { show(loans: number, read: number | undefined): void; end(): void };

const barWidth = 30;
const redrawMs = 200;
const everyLoans = 10_000;

/** A bar redrawn in place on a terminal; elsewhere a line now and then. On standard error, so that the result can be kept by itself. */
export function simulationDisplay(out: NodeJS.WriteStream, lang: Lang): SimulationDisplay {
  const said = (loans: number, read: number | undefined): string =>
    simulationProgress[lang](`${loans}`, read === undefined ? undefined : `${Math.floor(100 * read)} %`);
  return out.isTTY ? redrawn(out, said) : lines(out, said);
}

type Said = (loans: number, read: number | undefined) => string;

function redrawn(out: NodeJS.WriteStream, said: Said): SimulationDisplay {
  let drawnAt = 0;
  const bar = (read: number): string => {
    const filled = Math.round(read * barWidth);
    return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}  `;
  };
  return {
    show(loans, read) {
      const now = performance.now();
      if (now < drawnAt + redrawMs && read !== 1) return;
      drawnAt = now;
      const text = `${read === undefined ? '' : bar(read)}${said(loans, read)}`;
      out.write(`\r\u001b[K${cutToWidth(text, Math.max(20, out.columns - 1))}`);
    },
    end: () => void (drawnAt > 0 && out.write('\r\u001b[K')),
  };
}

function lines(out: NodeJS.WriteStream, said: Said): SimulationDisplay {
  let next = everyLoans;
  return {
    show(loans, read) {
      if (loans < next) return;
      next = loans - (loans % everyLoans) + everyLoans;
      out.write(`${said(loans, read)}\n`);
    },
    end: () => undefined,
  };
}

import type { Lang } from '../words/lang.js';
import { cutToWidth } from '../words/shown-width.js';
import { takeOnWords } from '../words/take-on-words.js';

export type LoadStep = 'published' | 'takenOn';
export type LoadDisplay = { show(step: LoadStep, done: number, of: number): void; end(): void };

/** A line redrawn in place on a terminal; elsewhere one for every tenth. */
export function loadDisplay(out: NodeJS.WriteStream, lang: Lang): LoadDisplay {
  const words = takeOnWords[lang];
  let last = '';
  return out.isTTY
    ? {
        show(step, done, of) {
          last = step;
          out.write(`\r\u001b[K${cutToWidth(words[step](done, of), Math.max(20, out.columns - 1))}`);
        },
        end: () => void (last !== '' && out.write('\n')),
      }
    : {
        show(step, done, of) {
          const tenth = `${step} ${Math.floor((10 * done) / of)}`;
          if (tenth === last) return;
          last = tenth;
          console.log(words[step](done, of));
        },
        end: () => undefined,
      };
}

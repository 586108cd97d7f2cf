import { format } from 'node:util';
import { printable } from './words/printable.js';

/** From now on `console.log` and `console.error`, through which every command speaks, show control characters instead of sending them. */
export function cleanConsole(speaker: Pick<Console, 'log' | 'error'>): void {
  for (const name of ['log', 'error'] as const) {
    const speak = speaker[name].bind(speaker);
    speaker[name] = (...said: unknown[]) => speak(printable(format(...said)));
  }
}

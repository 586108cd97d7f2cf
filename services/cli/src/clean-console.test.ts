import { expect, it } from 'vitest';
import { cleanConsole } from './clean-console.js';

it('whatever a command says is shown without control characters, errors too', () => {
  const shown: unknown[] = [];
  const speaker = { log: (line: unknown) => void shown.push(line), error: (line: unknown) => void shown.push(line) };
  cleanConsole(speaker);

  speaker.log('p-1\u001b[31m, 100 %');
  speaker.error(new Error('no \u001b]0;x\u0007'));

  expect(shown[0]).toBe(String.raw`p-1\u001b[31m, 100 %`);
  expect(String(shown[1])).toMatch(/^Error: no \\u001b\]0;x\\u0007\n/);
});

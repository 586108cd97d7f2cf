import { Mistake } from '../words/mistake.js';

export type BadLine = { number: number; field: string; reason: string };

/** Every bad line of a file at once. Never what stands in it: it may be personal data. */
export class BadLines extends Mistake {
  override name = 'BadLines';
  constructor(
    file: string,
    readonly bad: readonly BadLine[],
  ) {
    super(
      [
        `nothing was taken from ${file}, because:`,
        ...bad.map(({ number, field, reason }) => `  line ${number}: ${field}: ${reason}`),
      ].join('\n'),
    );
  }
}

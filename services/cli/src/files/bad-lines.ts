import { Mistake } from '../words/mistake.js';

/** Without a field the line as a whole is meant. */
export type BadLine = { number: number; field?: string; reason: string };

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
        ...bad.map(
          ({ number, field, reason }) => `  line ${number}: ${field === undefined ? '' : `${field}: `}${reason}`,
        ),
      ].join('\n'),
    );
  }
}

/** What keeps the auditor from auditing: told by the setting to look at, and never by its value. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** Runs `work`; whatever it throws becomes trouble with the setting. */
export async function asTrouble<T>(setting: string, doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${setting}: ${doing} failed: ${wordsOf(error)}`, { cause: error });
  }
}

/** Addresses with names and passwords in them stay out. */
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\/\/[^/@\s]*@/g, '//***@');

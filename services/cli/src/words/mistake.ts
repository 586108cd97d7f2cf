/** Something the caller can put right; the message says how, and no stack trace is shown. */
export class Mistake extends Error {
  override name = 'Mistake';
}

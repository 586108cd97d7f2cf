/** The same documents were written by others for 5 s on end: nothing was written, try later. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

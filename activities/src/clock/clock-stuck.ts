/** The test clock cannot move on; the message names what keeps it: a partition, inbox item, act, case or participant. */
export class ClockStuck extends Error {
  override name = 'ClockStuck';
}

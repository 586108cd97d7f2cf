import type { Day } from '../calendar/day.js';

/**
 * The claim is another's from `on`. It does not bind the debtor before `notifiedOn`, the day on which the notice is proved to have arrived
 * (民法典 art. 546, CN-LIM-8); absent: not yet.
 */
export type CreditorChange = { changeId: string; to: string; on: Day; notifiedOn?: Day };

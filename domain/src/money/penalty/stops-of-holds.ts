import { localDay } from '../../calendar/local-time.js';
import type { ZoneSlice } from '../../calendar/zone.js';
import { holdEnd } from '../../holds/held-days.js';
import type { Hold } from '../../holds/hold.js';
import type { StopPeriod } from './stop-period.js';

/**
 * The days for which holds that stop `interest` let nothing be charged (insolvency: 企业破产法 art. 46, from the day the court accepts it, whenever it
 * is heard of). A day is free when the hold is in force as it ends: the day it begins is free, the day it ends is not, and its length is neither
 * shortened nor drawn out.
 */
export const stopsOfHolds = (holds: readonly Hold[], zone: ZoneSlice): StopPeriod[] =>
  holds
    .filter(({ stops }) => stops.includes('interest'))
    .map((hold) => {
      const end = holdEnd(hold);
      const heardOn = localDay(hold.from, zone);
      return {
        from: hold.interestFrom !== undefined && hold.interestFrom < heardOn ? hold.interestFrom : heardOn,
        ...(end !== undefined && { to: localDay(end, zone) }),
        because: hold.reason,
      };
    });

type Clock = { time: Intl.DateTimeFormat; day: Intl.DateTimeFormat };
const clocks = new Map<string, Clock | undefined>();

/** `HH:MM` by the platform's own zone data, not by the tables the product decides with. Undefined: no such zone. */
export const wallTime = (at: string, zone: string): string | undefined => clockIn(zone)?.time.format(new Date(at));

/** `YYYY-MM-DD`, likewise. */
export const wallDay = (at: string, zone: string): string | undefined => clockIn(zone)?.day.format(new Date(at));

const clockIn = (zone: string): Clock | undefined => {
  if (!clocks.has(zone)) clocks.set(zone, clockOf(zone));
  return clocks.get(zone);
};

const clockOf = (timeZone: string): Clock | undefined => {
  try {
    return {
      time: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      // Swedish writes days as we do.
      day: new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    };
  } catch {
    return undefined;
  }
};

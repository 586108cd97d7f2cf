const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

/** `HH:MM` by the platform's own zone data, not by the tables the product decides with. Undefined: no such zone. */
export const wallTime = (at: string, zone: string): string | undefined => {
  if (!clocks.has(zone)) clocks.set(zone, clockOf(zone));
  return clocks.get(zone)?.format(new Date(at));
};

const clockOf = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  } catch {
    return undefined;
  }
};

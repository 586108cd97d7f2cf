/** The minute of the day of a time written `HH:MM`; of `24:00` 1,440. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** So much the clock of whoever tells us something, or dials on a permit, may differ from the tenant's. */
export const tellerSkewMinutes = 5;

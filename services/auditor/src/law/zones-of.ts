import type { AuditedPerson } from '../audited-person.js';

/** The zones of a number by the longest beginning that is known. */
const zonesOfNumber = (numberZones: ReadonlyMap<string, string[]>, number: string): string[] => {
  for (let length = number.length; length > 1; length--) {
    const zones = numberZones.get(number.slice(0, length));
    if (zones) return zones;
  }
  return [];
};

/**
 * Where a person may be on a day: what was told, the address, and where nobody told a zone, those of the numbers; a number alone proves
 * nothing. `reached`: the number a receiver says was reached, which we look up ourselves.
 */
export const zonesOf = (
  { zone, addressZone, otherZones = [], points = [] }: AuditedPerson,
  {
    on,
    reached,
    numberZones,
  }: { on: string; reached?: string | undefined; numberZones: ReadonlyMap<string, string[]> },
): string[] => {
  const told = [zone, addressZone, ...otherZones].filter((each) => each !== undefined);
  if (told.length === 0 || zone !== undefined) return [...new Set(told)];
  const known = points.filter(({ invalidSince }) => invalidSince === undefined || invalidSince > on);
  return [
    ...new Set([...told, ...known.flatMap(({ zones = [] }) => zones), ...zonesOfNumber(numberZones, reached ?? '')]),
  ];
};

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The file `policies/zones/countries.json`: of each country (ISO 3166) its zones by every name of our zone table; of a zone that is not here nobody knows. */
export type ZoneCountries = { source: string; countries: Record<string, string[]> };

const canonical = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

/** `zoneTab`: the text of the public tz database's zone.tab, one country a zone; other names of a zone are found by Intl, which joins no two countries. */
export const buildZoneCountries = (zoneTab: string, names: readonly string[]): ZoneCountries['countries'] => {
  const countryOf = new Map<string, string>();
  for (const line of zoneTab.split('\n')) {
    const [country, , zone] = line.split('\t');
    if (country && zone && !country.startsWith('#')) countryOf.set(canonical(zone), country);
  }
  const countries: Record<string, string[]> = {};
  for (const zone of names.toSorted()) {
    const country = countryOf.get(canonical(zone));
    if (country !== undefined) (countries[country] ??= []).push(zone);
  }
  return Object.fromEntries(Object.entries(countries).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** One country a line. */
export const printZoneCountries = ({ source, countries }: ZoneCountries): string => {
  const lines = Object.entries(countries).map(
    ([country, zones]) => `${JSON.stringify(country)}:${JSON.stringify(zones)}`,
  );
  return `{"source":${JSON.stringify(source)},"countries":{\n${lines.join(',\n')}\n}}\n`;
};

const isEntryPoint = process.argv[1] === fileURLToPath(import.meta.url);
if (isEntryPoint) {
  const zones = new URL('../../../policies/zones/zones.json', import.meta.url);
  const names = Object.keys((JSON.parse(readFileSync(zones, 'utf8')) as { zones: object }).zones);
  const [zoneTab = '/usr/share/zoneinfo/zone.tab', source = 'tz database, zone.tab'] = process.argv.slice(2);
  const countries = buildZoneCountries(readFileSync(zoneTab, 'utf8'), names);
  const file = new URL('../../../policies/zones/countries.json', import.meta.url);
  writeFileSync(file, printZoneCountries({ source, countries }));
}

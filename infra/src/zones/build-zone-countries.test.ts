import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildZoneCountries, printZoneCountries, type ZoneCountries } from './build-zone-countries.js';

const folder = new URL('../../../policies/zones/', import.meta.url);
const text = readFileSync(new URL('countries.json', folder), 'utf8');
const shipped = JSON.parse(text) as ZoneCountries;
const { zones } = JSON.parse(readFileSync(new URL('zones.json', folder), 'utf8')) as { zones: object };
const names = Object.keys(zones);
const placed = Object.values(shipped.countries).flat();

/** Not in TypeScript's library yet, and a method in later releases of Intl. */
const zonesByIntl = (country: string): string[] => {
  const locale = new Intl.Locale(`und-${country}`) as unknown as {
    timeZones?: string[];
    getTimeZones?: () => string[];
  };
  return locale.timeZones ?? locale.getTimeZones?.() ?? [];
};
const canonical = (timeZone: string): string => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

it('puts every zone we have in one country, but for those that lie in none', () => {
  expect(new Set(placed).size).toBe(placed.length);
  expect(names.filter((zone) => !placed.includes(zone))).toEqual(['Etc/GMT', 'Etc/UTC', 'GMT', 'UTC']);
});

it('says the same as this machine’s Intl, which has it from elsewhere', () => {
  for (const [country, of] of Object.entries(shipped.countries)) {
    const known = new Set(zonesByIntl(country).map(canonical));
    for (const zone of of) expect(known, `${country} ${zone}`).toContain(canonical(zone));
  }
});

it('puts the zones of China, Britain and the United States where they are, by all their names', () => {
  expect(shipped.countries['CN']).toEqual(expect.arrayContaining(['Asia/Shanghai', 'Asia/Urumqi', 'PRC']));
  expect(shipped.countries['GB']).toEqual(['Europe/London', 'GB']);
  expect(shipped.countries['US']).toEqual(
    expect.arrayContaining(['America/New_York', 'US/Eastern', 'Pacific/Honolulu']),
  );
  expect(shipped.countries['HK']).toContain('Asia/Hong_Kong');
});

it('is derived from zone.tab, one country a line', () => {
  const tab = '# comment\nCN\t+3114+12128\tAsia/Shanghai\tBeijing Time\nGB\t+513030-0000731\tEurope/London\n';
  const countries = buildZoneCountries(tab, ['PRC', 'Europe/London', 'Asia/Shanghai', 'UTC']);
  expect(countries).toEqual({ CN: ['Asia/Shanghai', 'PRC'], GB: ['Europe/London'] });
  expect(printZoneCountries({ source: 'tz', countries })).toBe(
    '{"source":"tz","countries":{\n"CN":["Asia/Shanghai","PRC"],\n"GB":["Europe/London"]\n}}\n',
  );
  expect(printZoneCountries(shipped)).toBe(text);
});

it.skipIf(!existsSync('/usr/share/zoneinfo/zone.tab'))(
  'is what the zone.tab of this machine says of the zones it is asked for',
  () => {
    const here = buildZoneCountries(readFileSync('/usr/share/zoneinfo/zone.tab', 'utf8'), names);
    for (const country of ['CN', 'US', 'GB']) expect(here[country]).toEqual(shipped.countries[country]);
  },
);

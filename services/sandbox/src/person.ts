import type { Day } from './local-time.js';

/** One row of the persons file. All values are artificial. */
export type Person = {
  personId: string;
  /** Absent: not known to the bank; nobody may contact this person. */
  zone?: string;
  language: string;
  points: {
    pointId: string;
    kind: 'mobile' | 'email' | 'app' | 'address';
    value: string;
    verifiedOn?: Day;
    source: string;
  }[];
};

type Country = { zone: string; language: string; mobile: (n: number) => string; address: (n: number) => string };

const padded = (n: number, digits: number): string => String(n).padStart(digits, '0');

/** The US and UK numbers lie in ranges kept for fiction; the Chinese ones are recognisable by their run of noughts. */
const countries = {
  CN: {
    zone: 'Asia/Shanghai',
    language: 'zh',
    mobile: (n) => `+86139000${padded(n, 5)}`,
    address: (n) => `${n} Sample Road, Testville, CN`,
  },
  US: {
    zone: 'America/New_York',
    language: 'en',
    mobile: (n) => `+120255501${padded(n % 100, 2)}`,
    address: (n) => `${n} Sample Street, Testville, US`,
  },
  GB: {
    zone: 'Europe/London',
    language: 'en',
    mobile: (n) => `+44770090${padded(n % 10_000, 4)}`,
    address: (n) => `${n} Sample Lane, Testville, GB`,
  },
} satisfies Record<string, Country>;

export type CountryCode = keyof typeof countries;

export const zoneOf = (country: CountryCode): string => countries[country].zone;

/** Whose address was verified ten days before the portfolio begins. `zone`: where the person lives, when not where the loan is. */
export function makePerson(n: number, country: CountryCode, verifiedOn: Day, zone = countries[country].zone): Person {
  const personId = `P${padded(n, 4)}`;
  const { language, mobile, address } = countries[country];
  const point = (kind: Person['points'][number]['kind'], value: string) => ({
    pointId: `${personId}-${kind}`,
    kind,
    value,
    verifiedOn,
    source: 'application',
  });
  return {
    personId,
    zone,
    language,
    points: [
      point('mobile', mobile(n)),
      point('email', `${personId.toLowerCase()}@example.test`),
      point('app', `app-${personId}`),
      point('address', address(n)),
    ],
  };
}

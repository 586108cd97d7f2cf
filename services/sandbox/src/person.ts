import type { Day, Instant } from './local-time.js';

/** One row of the persons file. All values are artificial. */
export type Person = {
  personId: string;
  /** A second record of this person; nothing the bank knows. */
  isAlso?: string;
  /** Absent: not known to the bank; nobody may contact this person. */
  zone?: string;
  /** Of the address, when the bank knows it to lie elsewhere than `zone`. */
  addressZone?: string;
  language: string;
  /** Jurisdictions: `CN`, `US-MA`. */
  places?: string[];
  consents?: { to: 'medium'; channel: 'dialler' | 'voice-bot'; basis: 'consent'; at: Instant }[];
  optOuts?: { channel: 'sms'; at: Instant }[];
  /** `[from, to)`, local. */
  agreedTimes?: { from: string; to: string; channels: ['call']; fromDay: Day; untilDay: Day }[];
  inconvenientPlaces?: ['work'];
  /** Of which borrowers this person is a contact, by their own word, or in whose place the person speaks. */
  relations?: {
    to: string;
    role: 'emergency-contact' | 'attorney' | 'guardian' | 'estate';
    namedBy: 'borrower' | 'court';
    document: string;
    on: Day;
  }[];
  points: {
    pointId: string;
    kind: 'mobile' | 'email' | 'app' | 'im' | 'address';
    value: string;
    verifiedOn?: Day;
    source: string;
    /** Told of telephones: where it rings decides which cap of Massachusetts it counts under. */
    placeType?: 'home' | 'mobile' | 'work';
    /** Where a number was found when the person was looked for. */
    foundBy?: 'own-records' | 'public-register' | 'other-product';
  }[];
};

/** What a person has told the bank of being contacted. */
export type Wishes = Pick<Person, 'consents' | 'optOuts' | 'agreedTimes' | 'inconvenientPlaces'>;

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

/** What is known of a person beyond the usual. */
export type PersonTraits = {
  /** Where the person lives, when not where the loan is; `unknown`: nobody knows. */
  zone?: string;
  /** When somebody last found the person at the address, when not with the rest. */
  addressVerifiedOn?: Day;
  /** Counts those of the country: the numbers kept for fiction are few. */
  nth?: number;
  /** A telephone that is somebody else's too. */
  mobile?: string;
  addressZone?: string;
  /** The only telephone is the one at work. */
  mobileAtWork?: true;
  places?: string[];
  wishes?: Wishes;
};

/** A person whose points were verified on a day. */
export function makePerson(n: number, country: CountryCode, verifiedOn: Day, traits: PersonTraits = {}): Person {
  const personId = `P${padded(n, 4)}`;
  const { language, mobile, address } = countries[country];
  const { zone = zoneOf(country), addressZone, addressVerifiedOn = verifiedOn, nth = n, places, wishes } = traits;
  const point = (kind: Person['points'][number]['kind'], value: string, on = verifiedOn) => ({
    pointId: `${personId}-${kind}`,
    kind,
    value,
    verifiedOn: on,
    source: 'application',
  });
  return {
    personId,
    ...(zone !== 'unknown' && { zone }),
    ...(addressZone !== undefined && { addressZone }),
    language,
    ...(places && { places }),
    ...wishes,
    points: [
      {
        ...point('mobile', traits.mobile ?? mobile(nth)),
        placeType: traits.mobileAtWork ? ('work' as const) : ('mobile' as const),
      },
      point('email', `${personId.toLowerCase()}@example.test`),
      point('app', `app-${personId}`),
      { ...point('address', address(n), addressVerifiedOn), placeType: 'home' as const },
    ],
  };
}

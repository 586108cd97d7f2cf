import type { Instant } from '../calendar/instant.js';
import { agreedTogether } from './agreed-together.js';
import {
  plainStanding,
  type AgreedTime,
  type Consent,
  type InconvenientTime,
  type OptOut,
  type StandingOfPerson,
  type ToldStanding,
} from './standing-of-person.js';
import type { PlaceType } from './ledger-entry.js';
import type { ToldWishes, Wish } from './wish.js';

/** All that a person has said to us of being contacted; beside what a directory tells, which replaces what it told before and nothing of this. */
export type SaidStanding = {
  optOuts: readonly OptOut[];
  consents: readonly Consent[];
  agreedTimes: readonly AgreedTime[];
  inconvenientTimes: readonly InconvenientTime[];
  inconvenientPlaces: readonly PlaceType[];
  language?: { language: string; at: Instant };
};

const nothingSaid: SaidStanding = {
  optOuts: [],
  consents: [],
  agreedTimes: [],
  inconvenientTimes: [],
  inconvenientPlaces: [],
};

const textOf = (value: object): string =>
  JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Each thing once, as it was said last; of two said at once the same one, whatever came first. */
const lastOfEach = <T extends object>(
  all: readonly T[],
  thingOf: (each: T) => object,
  atOf: (each: T) => Instant,
): T[] => {
  const last = new Map<string, T>();
  for (const each of all) {
    const thing = textOf(thingOf(each));
    const known = last.get(thing);
    const isNewer = !known || [atOf(known), textOf(known)].join(' ') < [atOf(each), textOf(each)].join(' ');
    if (isNewer) last.set(thing, each);
  }
  return [...last].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
};

const anyTime = (): Instant => '';

/** What was opted out of, whenever that was said. */
const undated = (out: OptOut): object => {
  const { at: _at, ...thing } = out;
  return thing;
};

/** What was consented to, whenever and until when. */
const endless = (consent: Consent): object => {
  const { at: _at, until: _until, ...thing } = consent;
  return thing;
};

/** Two that were said of one person, or the one and what is said now: the order in which they come to us says nothing. */
export const saidTogether = (a: SaidStanding = nothingSaid, b: SaidStanding = nothingSaid): SaidStanding => {
  const languages = [a.language, b.language].filter((each) => each !== undefined);
  const [language] = lastOfEach(
    languages,
    () => ({}),
    ({ at }) => at,
  );
  return {
    optOuts: lastOfEach([...a.optOuts, ...b.optOuts], undated, ({ at }) => at),
    consents: lastOfEach([...a.consents, ...b.consents], endless, ({ at }) => at),
    agreedTimes: agreedTogether([...a.agreedTimes, ...b.agreedTimes]),
    inconvenientTimes: lastOfEach([...a.inconvenientTimes, ...b.inconvenientTimes], (each) => each, anyTime),
    inconvenientPlaces: [...new Set([...a.inconvenientPlaces, ...b.inconvenientPlaces])].toSorted(),
    ...(language && { language }),
  };
};

const saidBy = (wish: Wish, { at, heardAt }: Omit<ToldWishes, 'wishes'>): Partial<SaidStanding> => {
  switch (wish.wish) {
    case 'opt-out': {
      const { wish: _, ...out } = wish;
      return { optOuts: [{ ...out, at }] };
    }
    case 'consent': {
      const { wish: _, ...consent } = wish;
      return { consents: [{ ...consent, basis: 'consent', at }] };
    }
    case 'agreed-time': {
      const { wish: _, ...agreed } = wish;
      return { agreedTimes: [{ ...agreed, saidAt: at, ...(heardAt !== undefined && { heardAt }) }] };
    }
    case 'inconvenient-time': {
      const { wish: _, ...time } = wish;
      return { inconvenientTimes: [time] };
    }
    case 'inconvenient-place':
      return { inconvenientPlaces: [wish.place] };
    case 'language':
      return { language: { language: wish.language, at } };
    default:
      return wish satisfies never;
  }
};

/** What has been said with what is said now. The same said twice is said once. */
export const withWishes = (said: SaidStanding | undefined, { wishes, ...when }: ToldWishes): SaidStanding =>
  wishes.reduce((so, wish) => saidTogether(so, { ...nothingSaid, ...saidBy(wish, when) }), saidTogether(said));

/** An opt-out is over when the person has agreed to that very medium since; one from all media, or said in the same breath, is not. */
const isTakenBack = ({ channel, pointId, at }: OptOut, consents: readonly Consent[]): boolean =>
  consents.some(
    (consent) =>
      consent.to === 'medium' &&
      consent.channel === channel &&
      (consent.pointId === undefined || consent.pointId === pointId) &&
      consent.at > at,
  );

/** Where the person stands by what a directory tells and by what was said to us, both binding. */
export const standingBy = (
  told: ToldStanding = {},
  said: SaidStanding = nothingSaid,
): Omit<StandingOfPerson, 'grounds' | 'refusedForEver'> => {
  const { grounds: _, refusedForEver: __, ...plain } = plainStanding;
  const before = { ...plain, ...told };
  return {
    places: before.places,
    consents: [...before.consents, ...said.consents],
    optOuts: [...before.optOuts, ...said.optOuts.filter((out) => !isTakenBack(out, said.consents))],
    agreedTimes: [...before.agreedTimes, ...said.agreedTimes],
    inconvenientTimes: [...before.inconvenientTimes, ...said.inconvenientTimes],
    inconvenientPlaces: [...new Set([...before.inconvenientPlaces, ...said.inconvenientPlaces])],
  };
};

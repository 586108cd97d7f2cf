import { placesMeant } from '../../law/places-meant.js';
import type { GateAsk } from '../gate-ask.js';

type Whereabouts = Pick<GateAsk, 'attempt' | 'person' | 'law'>;

/** Countries of the zones the person may be in; `undefined` among them: nobody knows of one in which country it lies. */
const countriesOf = ({ person, law }: Whereabouts): (string | undefined)[] => {
  const { zones } = law;
  return zones ? person.zones.map(({ zone }) => zones.countries[zone]) : [];
};

/** Whether a place told of the person is, or lies in, one where the clock of that zone is kept. A zone nobody told us of is kept nowhere. */
const isToldOf = ({ person, law }: Whereabouts, zone: string): boolean => {
  const kept = law.zones?.parts[zone] ?? [];
  return person.standing.places.some((place) => kept.some((part) => place === part || place.startsWith(`${part}-`)));
};

/** Where the law must be known: the loan's place, every place of the person, and the country of every zone the person may be in, unless it was told in which part that keeps it. */
export const placesTold = (ask: Whereabouts): string[] => {
  const untold = ask.person.zones.filter(({ zone }) => !isToldOf(ask, zone));
  const countries = countriesOf({ ...ask, person: { ...ask.person, zones: untold } });
  return [
    ...new Set([
      ask.attempt.jurisdiction,
      ...ask.person.standing.places,
      ...countries.filter((country) => country !== undefined),
    ]),
  ];
};

/** Those whose law binds: of a place told less exactly than a pack is, the packs of its parts too. */
export const placesOf = (ask: Whereabouts): string[] => placesMeant(ask.law, placesTold(ask));

/** Whether every zone the person may be in lies in a country we know. */
export const isPlaced = (ask: Whereabouts): boolean => !countriesOf(ask).includes(undefined);

import { placesMeant } from '../../law/places-meant.js';
import type { GateAsk } from '../gate-ask.js';

type Whereabouts = Pick<GateAsk, 'attempt' | 'person' | 'law'>;

/** Countries of the zones the person may be in; `undefined` among them: nobody knows of one in which country it lies. */
const countriesOf = ({ person, law }: Whereabouts): (string | undefined)[] => {
  const { zones } = law;
  return zones ? person.zones.map(({ zone }) => zones.countries[zone]) : [];
};

/** Where the law must be known: the loan's place, every place of the person, and the country of every zone the person may be in, unless it was told where there. */
export const placesTold = (ask: Whereabouts): string[] => {
  const { places } = ask.person.standing;
  const isTold = (country: string): boolean => places.some((place) => place.startsWith(`${country}-`));
  return [
    ...new Set([
      ask.attempt.jurisdiction,
      ...places,
      ...countriesOf(ask).flatMap((country) => (country === undefined || isTold(country) ? [] : [country])),
    ]),
  ];
};

/** Those whose law binds: of a place told less exactly than a pack is, the packs of its parts too. */
export const placesOf = (ask: Whereabouts): string[] => placesMeant(ask.law, placesTold(ask));

/** Whether every zone the person may be in lies in a country we know. */
export const isPlaced = (ask: Whereabouts): boolean => !countriesOf(ask).includes(undefined);

import type { GateAsk } from '../gate-ask.js';

type Whereabouts = Pick<GateAsk, 'attempt' | 'person' | 'law'>;

/** Countries of the zones the person may be in; `undefined` among them: nobody knows of one in which country it lies. */
const countriesOf = ({ person, law }: Whereabouts): (string | undefined)[] => {
  const { zones } = law;
  return zones ? person.zones.map(({ zone }) => zones.countries[zone]) : [];
};

/** Where the law must be known: the loan's place, every place of the person, and the country of every zone the person may be in. */
export const placesOf = (ask: Whereabouts): string[] => [
  ...new Set([
    ask.attempt.jurisdiction,
    ...ask.person.standing.places,
    ...countriesOf(ask).filter((country) => country !== undefined),
  ]),
];

/** Whether every zone the person may be in lies in a country we know. */
export const isPlaced = (ask: Whereabouts): boolean => !countriesOf(ask).includes(undefined);

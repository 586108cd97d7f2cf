import { join } from 'node:path';
import type { ArrangementPractice } from '@recourse/domain/arrangements/arrangement-practice';
import type { Partner } from '@recourse/domain/agency/partner-register';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { contactSettingsSchema, type ContactSettings } from '@recourse/domain/contact/contact-settings';
import type { Law } from '@recourse/domain/law/law';
import type { NumberPrefixes } from '@recourse/domain/contact/zones-of-number';
import { openHours } from '@recourse/domain/law/open-hours';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { PolicyError, type PolicyFault } from './policy-error.js';
import { readPolicyFolder } from './policy-folder.js';
import { readArrangements } from './read-arrangements.js';
import { readLaw } from './read-law.js';
import { readNumberPrefixes } from './read-number-prefixes.js';
import { readPartners } from './read-partners.js';
import { readPlaces } from './read-places.js';
import { readPolicyFile } from './read-policy-file.js';
import { readSurvey } from './read-survey.js';
import { shelveStrategies, type CheckedStrategy } from './read-strategies.js';
import { readTemplates } from './read-templates.js';
import { readZoneCountries } from './read-zone-countries.js';
import { readZoneParts } from './read-zone-parts.js';
import { readZones } from './read-zones.js';

/** All rules a running service may use; immutable after loading. `strategiesByHash` holds every version, `latestByName` the highest of each name; `places` every code by which a place may be told. */
export type Policies = {
  strategiesByHash: ReadonlyMap<string, Strategy>;
  latestByName: ReadonlyMap<string, CheckedStrategy>;
  law: Law;
  contacts: ContactSettings;
  arrangements: ArrangementPractice;
  partners: ReadonlyMap<string, Partner>;
  zones: Record<string, ZoneSlice>;
  places: ReadonlySet<string>;
  numberPrefixes: NumberPrefixes;
};

const contactsFile = 'contacts.yaml';
const zonesFile = 'zones/zones.json';
const placesFile = 'places.yaml';
const countriesFile = 'zones/countries.json';
const partsFile = 'zones/parts.yaml';
const prefixesFile = 'zones/number-prefixes.yaml';

const readContacts = (dir: string): { contacts: ContactSettings } | { faults: PolicyFault[] } => {
  const file = readPolicyFile(join(dir, contactsFile), contactsFile);
  if ('faults' in file) return file;
  const read = contactSettingsSchema.safeParse(file.value);
  return read.success
    ? { contacts: read.data }
    : { faults: schemaFaults(read.error).map((fault) => ({ file: contactsFile, ...fault })) };
};

const readCountriesFile = (dir: string): ReturnType<typeof readZoneCountries> => {
  const read = readPolicyFile(join(dir, countriesFile), countriesFile);
  return 'faults' in read ? read : readZoneCountries(read.value, countriesFile);
};

const readPlacesFile = (dir: string, countries: Readonly<Record<string, string>>): ReturnType<typeof readPlaces> => {
  const read = readPolicyFile(join(dir, placesFile), placesFile);
  return 'faults' in read ? read : readPlaces(read.value, placesFile, new Set(Object.values(countries)));
};

const readPartsFile = (dir: string, known: Parameters<typeof readZoneParts>[2]): ReturnType<typeof readZoneParts> => {
  const read = readPolicyFile(join(dir, partsFile), partsFile);
  return 'faults' in read ? read : readZoneParts(read.value, partsFile, known);
};

const readZoneFile = (dir: string): ReturnType<typeof readZones> => {
  const read = readPolicyFile(join(dir, zonesFile), zonesFile);
  return 'faults' in read ? read : readZones(read.value, zonesFile);
};

const readPrefixFile = (
  dir: string,
  zones: Record<string, ZoneSlice> | undefined,
): { prefixes: NumberPrefixes } | { faults: PolicyFault[] } => {
  const file = readPolicyFile(join(dir, prefixesFile), prefixesFile);
  // A torn zone table is told once, not for every zone named here.
  const isKnownZone = (zone: string): boolean => zones === undefined || Object.hasOwn(zones, zone);
  return 'faults' in file ? file : readNumberPrefixes(file.value, prefixesFile, isKnownZone);
};

/**
 * Reads and checks `policies/`: strategies, the law (rule packs and holiday calendars), how contacts are put together, the zone tables, and
 * the templates that strategies name.
 * @throws PolicyError naming file, field and reason of everything that is wrong, all files at once.
 */
export const loadPolicies = (dir: string): Policies => {
  const countries = readCountriesFile(dir);
  // Torn countries are told once, not for every place named here.
  const places = 'countries' in countries ? readPlacesFile(dir, countries.countries) : { faults: [] };
  const parts =
    'countries' in countries && 'places' in places ? readPartsFile(dir, { ...countries, ...places }) : { faults: [] };
  const { law, faults: lawFaults } = readLaw(dir, 'places' in places ? places.places : undefined);
  // A pack or rule that was lost is seen by the survey of law alone.
  const survey = lawFaults.length === 0 ? readSurvey(dir, law.packs) : { faults: [] };
  const contacts = readContacts(dir);
  const arrangements = readArrangements(dir);
  const { partners, faults: faultsOfPartners } = readPartners(dir);
  const zones = readZoneFile(dir);
  const prefixes = readPrefixFile(dir, 'zones' in zones ? zones.zones : undefined);
  const found = readPolicyFolder(dir, 'strategies', 'strategy');
  const templates = readTemplates(dir, law);
  const shelf = shelveStrategies(found.read, {
    hours: lawFaults.length === 0 ? openHours(law) : undefined,
    templates,
    partners,
  });

  const faults = [
    ...lawFaults,
    ...survey.faults,
    ...('faults' in contacts ? contacts.faults : []),
    ...('faults' in arrangements ? arrangements.faults : []),
    ...faultsOfPartners,
    ...('faults' in zones ? zones.faults : []),
    ...('faults' in countries ? countries.faults : []),
    ...('faults' in places ? places.faults : []),
    ...('faults' in parts ? parts.faults : []),
    ...('faults' in prefixes ? prefixes.faults : []),
    ...templates.faults,
    ...found.faults,
    ...shelf.faults,
  ];
  if (
    'faults' in contacts ||
    'faults' in arrangements ||
    'faults' in zones ||
    'faults' in countries ||
    'faults' in places ||
    'faults' in parts ||
    'faults' in prefixes ||
    faults.length > 0
  )
    throw new PolicyError(faults);
  return {
    strategiesByHash: shelf.byHash,
    latestByName: shelf.latest,
    law: { ...law, zones: { ...zones.covers, countries: countries.countries, parts: parts.parts } },
    contacts: contacts.contacts,
    arrangements: arrangements.arrangements,
    partners,
    zones: zones.zones,
    places: places.places,
    numberPrefixes: prefixes.prefixes,
  };
};

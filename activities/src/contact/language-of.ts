import type { PersonRecord } from '../records/person-record.js';

/** The language a person is written to and spoken with in: what the person said goes before what the directory tells. */
export const languageOf = ({ language, said }: Pick<PersonRecord, 'language' | 'said'>): string =>
  said?.language?.language ?? language;

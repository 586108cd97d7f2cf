import { locateSources, type LocateSource } from '@recourse/domain/contact/locate-sources';
import type { LocateFinding, SearchedSource } from '@recourse/domain/contact/searched-source';
import { findingWords } from '../words/search-words.js';
import { Mistake } from '../words/mistake.js';

const sources = Object.keys(locateSources) as LocateSource[];
const findings = Object.keys(findingWords.en) as LocateFinding[];

/** Reads `own-records=nothing-found` and the like, one a source. @throws Mistake naming what is wrong and what may stand there */
export function readSearched(told: readonly string[]): SearchedSource[] {
  return told.map((text) => {
    const [asked, said] = text.split('=');
    const source = sources.find((each) => each === asked);
    const found = findings.find((each) => each === said);
    if (!source) throw new Mistake(`--searched ${text}: the source must be one of ${sources.join(', ')}`);
    if (!found) throw new Mistake(`--searched ${text}: after = must stand one of ${findings.join(', ')}`);
    return { source, found };
  });
}

import { join } from 'node:path';
import type { ReadLoanEvent } from '@recourse/activities/intake/loan-event';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { hintsOnEvents } from '../files/hints-on-events.js';
import { hintsOnPersons } from '../files/hints-on-persons.js';
import { readEventFile } from '../files/read-event-file.js';
import { readLines } from '../files/read-lines.js';
import { readPersonsOf } from '../files/read-persons.js';
import { httpJson } from '../stack/http-json.js';
import { Mistake } from '../words/mistake.js';
import type { DemoOptions } from './demo-options.js';

/** What the sandbox is given to play. */
export type PortfolioSource = {
  tenant: string;
  loans: number;
  /** What is not wrong in the caller's files, but hardly meant. */
  hints: readonly string[];
  /** Answers how many persons that are. */
  give(sandboxUrl: string): Promise<number>;
};

/**
 * The made portfolio (of `tenant`), or the caller's own file of events with their persons, checked before anything starts.
 * @throws Mistake naming every bad line, or more tenants than one
 */
export function portfolioSource(options: DemoOptions, read: ReadLoanEvent, tenant: string): PortfolioSource {
  return options.events === undefined ? made(options, tenant) : given(options.events, options.persons, read);
}

function made({ seed, loans, from, until }: DemoOptions, tenant: string): PortfolioSource {
  const persons = Math.max(1, Math.round((loans * 5) / 6));
  return {
    tenant,
    loans,
    hints: [],
    give: (sandboxUrl) => told(`${sandboxUrl}/portfolio`, { seed, tenant, loans, persons, from, until }),
  };
}

async function told(url: string, order: object): Promise<number> {
  return (await httpJson<{ persons: number }>(url, order)).persons;
}

function given(eventsFile: string, personsFile: string | undefined, read: ReadLoanEvent): PortfolioSource {
  const events = readEventFile(eventsFile, read);
  if (events.length === 0) throw new Mistake(`${eventsFile} has no events`);
  const tenants = [...new Set(events.map(({ event }) => event.tenant))];
  const [tenant] = tenants;
  if (tenant === undefined || tenants.length > 1)
    throw new Mistake(`${eventsFile} must speak of one tenant, not of ${tenants.length}`);
  // Checked before anything starts; the sandbox hands them to us as they stand in the file.
  const personLines = personsFile === undefined ? [] : readLines(personsFile);
  const hints = [
    ...hintsOnEvents(events),
    ...(personsFile === undefined
      ? []
      : hintsOnPersons(
          personsFile,
          readPersonsOf(personsFile, personLines),
          loadPolicies(join(repoRoot, 'policies')).law,
        )),
  ];
  const persons = personLines.map(({ text }) => JSON.parse(text) as unknown);
  return {
    tenant,
    loans: new Set(events.map(({ event }) => event.loanId)).size,
    hints,
    give: (sandboxUrl) =>
      told(`${sandboxUrl}/portfolio/events`, { tenant, events: events.map(({ row }) => row), persons }),
  };
}

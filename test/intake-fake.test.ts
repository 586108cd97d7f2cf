import type { IntakeBench } from './contracts/intake-bench.js';
import { intakeContract } from './contracts/intake.contract.js';
import { MemoryIntake } from './fakes/memory-intake.js';

async function memoryBench(): Promise<IntakeBench> {
  const memory = new MemoryIntake();
  return {
    store: memory,
    parked: memory,
    givenTenant: async (tenant, now) => void memory.tenants.set(tenant, { now }),
    givenPerson: async (tenant, personId) => void memory.persons.set(`${tenant}/${personId}`, { holds: [], loans: [] }),
    loan: async (tenant, loanId) => memory.loans.get(`${tenant}/${loanId}`),
    events: async (tenant) => [...memory.events.values()].filter((event) => event.tenant === tenant),
    inbox: async (caseId) => memory.inbox.get(caseId) ?? [],
    person: async (tenant, personId) => memory.persons.get(`${tenant}/${personId}`),
    documents: async () =>
      memory.loans.size +
      memory.events.size +
      memory.parkedRecords.size +
      [...memory.inbox.values()].flat().length +
      memory.links.size,
    close: async () => undefined,
  };
}

intakeContract('The intake in memory', memoryBench);

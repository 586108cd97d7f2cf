import { turnStoreContract } from '../contracts/turn-store.contract.js';
import { MemoryRecords, memoryTurnStore } from './memory-turn-store.js';

turnStoreContract('the turn store in memory', async () => {
  const records = new MemoryRecords();
  return {
    store: memoryTurnStore(records),
    put: {
      tenant: async (record) => void records.tenants.set(record._id, record),
      loan: async (record) => void records.loans.set(record._id, record),
      person: async (record) => void records.persons.set(record._id, record),
      item: async (record) => void records.inbox.set(record._id, record),
      act: async (record) => void records.acts.set(record._id, record),
    },
    look: {
      loan: async (id) => records.loans.get(id),
      person: async (id) => records.persons.get(id),
      item: async (id) => records.inbox.get(id),
      task: async (id) => records.tasks.get(id),
      journal: async (caseId) => records.journal.filter((entry) => entry.caseId === caseId),
    },
  };
});

import { eventBusContract } from './contracts/event-bus.contract.js';
import { memoryCluster } from './fakes/memory-event-bus.js';

const cluster = memoryCluster();
eventBusContract('The event bus in memory', () => cluster.bus());

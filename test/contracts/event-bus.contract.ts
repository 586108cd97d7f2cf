import type { EventBus } from '@recourse/activities/event-bus';
import { afterEach, describe } from 'vitest';
import { eventBusBench } from './event-bus-bench.js';
import { eventBusHandlingContract } from './event-bus-handling.contract.js';
import { eventBusLogContract } from './event-bus-log.contract.js';
import { eventBusMembershipContract } from './event-bus-membership.contract.js';

/** What every EventBus must do. `connect` gives a bus of its own to the same cluster, as a new process would have. */
export function eventBusContract(name: string, connect: () => EventBus): void {
  describe(`${name} keeps the event bus contract:`, () => {
    const bench = eventBusBench(connect);
    afterEach(() => bench.close());
    eventBusLogContract(bench);
    eventBusHandlingContract(bench);
    eventBusMembershipContract(bench);
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.js';

/** The clock may stand still because of a fault: then the next one comes all the same. */
const patienceMs = 2_500;

export type FaultSchedule = {
  /** The clock has stopped at one more instant. */
  instantMet(): void;
  /** Lets the rest begin at once, and resolves when everything is mended. Rejects when something could not be. */
  finish(): Promise<void>;
};

/** Begins each fault in its order when its time has come; what strikes the same thing waits for what struck it before. */
export function scheduleFaults(faults: readonly Fault[], inflict: (fault: Fault) => Promise<void>): FaultSchedule {
  let instants = 0;
  let finishing = false;
  let wake = (): void => undefined;
  const busy = new Map<string, Promise<void>>();
  const all: Promise<void>[] = [];

  const begin = async (): Promise<void> => {
    for (const fault of faults) {
      const since = performance.now();
      while (!finishing && instants < fault.afterInstants && performance.now() - since < patienceMs) {
        await Promise.race([new Promise<void>((resolve) => (wake = resolve)), sleep(200)]);
      }
      if (!finishing) await sleep(fault.afterMs);
      const target = targetOf(fault);
      const striking = (busy.get(target) ?? Promise.resolve()).then(() => inflict(fault));
      busy.set(target, striking);
      striking.catch(() => undefined);
      all.push(striking);
    }
  };
  const begun = begin();
  return {
    instantMet() {
      instants += 1;
      wake();
    },
    async finish() {
      finishing = true;
      wake();
      await begun;
      await Promise.all(all);
    },
  };
}

function targetOf(fault: Fault): string {
  switch (fault.kind) {
    case 'kill':
    case 'pause':
      return fault.who;
    case 'temporal-lost':
      return 'temporal';
    case 'cut':
    case 'silent':
    case 'slow':
    case 'lost-answers':
      return `line ${fault.line}`;
    case 'reset-workflow':
    case 'terminate-workflow':
    case 'provider-trouble':
    case 'doubled-events':
    case 'rebalance':
      return fault.kind;
    default:
      return fault satisfies never;
  }
}

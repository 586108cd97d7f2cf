import { allocationRulesSchema } from './allocation-rules-schema.js';
import type { AllocationOrder, Timing } from './allocation-order.js';
import { contractOrder, type Component } from './components.js';

const are = (named: readonly Component[]): string => `${named.join(', ')} ${named.length === 1 ? 'is' : 'are'}`;

const fault = (of: string, missing: readonly Component[], twice: readonly Component[]): string[] => {
  const wrong = [
    ...(missing.length > 0 ? [`${are(missing)} missing`] : []),
    ...(twice.length > 0 ? [`${are(twice)} there twice`] : []),
  ];
  return wrong.length === 0 ? [] : [`must name every component once${of}: ${wrong.join('; ')}`];
};

const twiceIn = (named: readonly Component[]): Component[] =>
  contractOrder.filter((component) => named.filter((each) => each === component).length > 1);

const missingIn = (named: readonly Component[]): Component[] =>
  contractOrder.filter((component) => !named.includes(component));

const timings: readonly Timing[] = ['past-due', 'due', 'in-advance'];

/** An order may leave money in advance unallocated; of what is owed already a component without a lane would never be paid. */
const faultsOfOrder = (order: AllocationOrder): string[] =>
  timings.flatMap((timing) => {
    const named = order.flatMap(({ when, components }) => (when.includes(timing) ? components : []));
    return fault(` for what is ${timing}`, timing === 'in-advance' ? [] : missingIn(named), twiceIn(named));
  });

/** How a contract allocates money as it may be told: a component nobody named would stay open beside money that lies as credit. */
export const wholeAllocationSchema = allocationRulesSchema.superRefine((told, { addIssue }) => {
  const refuse = (path: (string | number)[], faults: readonly string[]): void => {
    for (const message of faults) addIssue({ code: 'custom', path, message });
  };
  if (!('rows' in told)) return refuse([], fault('', missingIn(told), twiceIn(told)));
  told.rows.forEach(({ order }, nth) => refuse(['rows', nth, 'order'], faultsOfOrder(order)));
  if (told.takenBack !== 'principal') refuse(['takenBack'], fault('', [], twiceIn(told.takenBack)));
});

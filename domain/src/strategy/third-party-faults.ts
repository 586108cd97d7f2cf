import type { StrategyFault } from './strategy-fault.js';
import type { Step } from './step.js';

/** A contact person is asked only to locate, and only while the borrower is unreachable (requirements D2). */
const contactPersonFaults = (
  { act, by, purpose, when }: Step,
  fault: (field: string, detail: string) => StrategyFault[],
): StrategyFault[] => [
  ...(purpose === 'locate'
    ? []
    : fault('purpose', 'an emergency-contact may be asked where the borrower is and nothing else: locate')),
  ...(when?.some(({ fact }) => fact === 'debtor-unreachable')
    ? []
    : fault(
        'when',
        'an emergency-contact is asked only while the borrower is unreachable: needs { fact: debtor-unreachable }',
      )),
  ...(act === 'send-reminder' || (act === 'place-call' && by === 'desk')
    ? []
    : fault('act', 'an emergency-contact is asked by a call of the desk or by a message')),
];

/**
 * People speak with people: what an heir owes at most no template knows (CN-3P-7), nor to whom it writes. The ladder stands still meanwhile, so
 * no ladder day ever comes.
 */
const representativeFaults = (
  { act, by, purpose, ladderDay }: Step,
  fault: (field: string, detail: string) => StrategyFault[],
): StrategyFault[] => [
  ...(purpose === undefined || purpose === 'collect'
    ? []
    : fault('purpose', 'a representative is spoken to about the debt and nothing else: collect')),
  ...(act === 'place-call' && by === 'desk' ? [] : fault('act', 'a representative is called by the desk')),
  ...(ladderDay === undefined
    ? []
    : fault('ladderDay', 'a representative is called as soon as one is named: the ladder stands still')),
];

/** What is wrong with whom a step reaches. `inPlace`: the step is of those to a representative. */
export const thirdPartyFaults = (step: Step, path: string, inPlace = false): StrategyFault[] => {
  const { purpose, to } = step;
  const fault = (field: string, detail: string): StrategyFault[] => [
    { path: `${path}.${field}`, reason: 'third-party-step', detail },
  ];
  if (inPlace && to !== 'representative')
    return fault('to', `${step.step} stands among the steps to a representative and reaches somebody else`);
  switch (to) {
    case undefined:
      return purpose === 'locate'
        ? fault('to', `${step.step} is to locate the borrower and does not say whom to ask`)
        : [];
    case 'emergency-contact':
      return contactPersonFaults(step, fault);
    case 'representative':
      return inPlace
        ? representativeFaults(step, fault)
        : fault(
            'to',
            `${step.step} reaches a representative: it belongs to the steps of representative, not to a stage`,
          );
    default:
      return to satisfies never;
  }
};

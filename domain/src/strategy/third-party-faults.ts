import type { StrategyFault } from './strategy-fault.js';
import type { Step } from './strategy.js';

/** A step that reaches somebody other than the borrower: only to locate, only while the borrower is unreachable (requirements D2). */
export const thirdPartyFaults = ({ act, by, purpose, step, to, when }: Step, path: string): StrategyFault[] => {
  const fault = (field: string, detail: string): StrategyFault[] => [
    { path: `${path}.${field}`, reason: 'third-party-step', detail },
  ];
  if (to === undefined)
    return purpose === 'locate' ? fault('to', `${step} is to locate the borrower and does not say whom to ask`) : [];
  return [
    ...(purpose === 'locate'
      ? []
      : fault('purpose', `an ${to} may be asked where the borrower is and nothing else: locate`)),
    ...(when?.some(({ fact }) => fact === 'debtor-unreachable')
      ? []
      : fault('when', `an ${to} is asked only while the borrower is unreachable: needs { fact: debtor-unreachable }`)),
    ...(act === 'send-reminder' || (act === 'place-call' && by === 'desk')
      ? []
      : fault('act', `an ${to} is asked by a call of the desk or by a message`)),
  ];
};

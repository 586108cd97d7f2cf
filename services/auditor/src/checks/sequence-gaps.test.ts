import { findsOnly } from '../testing/finds-only.js';
import { drop, ofCase } from '../testing/plant.js';

findsOnly('sequence-gaps', [
  [
    'a case ahead of its journal',
    ({ cases }) => void (ofCase(cases, 't/L1/1').seq += 1),
    't/L1/1: the case is at 19, its journal at 18',
  ],
  [
    'a case without a journal',
    (evidence) =>
      void evidence.cases.push({
        ...ofCase(evidence.cases, 't/L3/1'),
        caseId: 't/L3/2',
        seq: 1,
        stage: undefined as never,
      }),
    't/L3/2: the case is at 1, its journal at 0',
  ],
  [
    'a journal without a case',
    ({ cases }) => drop(cases, ({ caseId }) => caseId === 't/L3/1'),
    't/L3/1: a journal without a case',
  ],
]);

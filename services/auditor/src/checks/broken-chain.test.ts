import { findsOnly } from '../testing/finds-only.js';
import { entry, ofCase } from '../testing/plant.js';

findsOnly('broken-chain', [
  [
    'an entry that was changed',
    (evidence) => void (entry(evidence, 't/L1/1', 4).contentHash = 'changed'),
    't/L1/1/4: its hash is not of what it says',
  ],
  [
    'an entry that follows another',
    (evidence) => void (entry(evidence, 't/L1/1', 4).prevHash = entry(evidence, 't/L1/1', 2).hash),
    't/L1/1/4: does not follow the entry before it',
  ],
  [
    'a first entry that follows something',
    (evidence) => void (entry(evidence, 't/L2/1', 1).prevHash = '1'.repeat(64)),
    't/L2/1/1: does not follow the entry before it',
  ],
  [
    'a head that is not the last entry',
    (evidence) => void (ofCase(evidence.cases, 't/L2/1').head = entry(evidence, 't/L2/1', 2).hash),
    't/L2/1: its head is not its last entry',
  ],
]);

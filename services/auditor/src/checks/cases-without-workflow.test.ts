import { findsOnly } from '../testing/finds-only.js';

findsOnly('cases-without-workflow', [
  [
    'an open case without a workflow',
    ({ workflows }) => void workflows.pop(),
    't/L2/1 is open and no workflow runs for it',
  ],
]);

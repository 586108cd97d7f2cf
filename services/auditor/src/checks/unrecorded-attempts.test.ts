import { findsOnly } from '../testing/finds-only.js';
import { call, must, outside } from '../testing/plant.js';

findsOnly('unrecorded-attempts', [
  [
    'something that reached someone and is not ours',
    (evidence) =>
      void outside(evidence).received.push({
        id: 't/L1/1/1/sms-9/1',
        channel: 'sms',
        at: '2026-01-09T02:00:00.000Z',
      }),
    'sms t/L1/1/1/sms-9/1 at 2026-01-09T02:00:00.000Z is no act of ours',
  ],
  [
    'another way than we recorded',
    (evidence) => void (must(outside(evidence).received.find(({ id }) => id === call)).channel = 'dialler'),
    `dialler ${call} at 2026-01-13T15:30:00.000Z is on our record as call`,
  ],
  [
    'something sent before it was recorded',
    (evidence) => void (must(outside(evidence).received.find(({ id }) => id === call)).at = '2026-01-13T15:29:54.999Z'),
    `call ${call} at 2026-01-13T15:29:54.999Z came before it was begun at 2026-01-13T15:30:00.000Z`,
  ],
]);

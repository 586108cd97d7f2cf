import { findsOnly } from '../testing/finds-only.js';
import { must, place, sms } from '../testing/plant.js';

findsOnly('contacts-while-unresolved', [
  [
    'a contact before the event was resolved',
    ({ parked }) => void (must(parked[0]).parkedAt = '2026-01-06T01:59:00.000Z'),
    `${sms} began at 2026-01-06T02:00:00.000Z while in/1/0 of loan L2 was set aside`,
  ],
  [
    'a placement while one is open',
    ({ parked }) =>
      void parked.push({ id: 'in/1/7', loanId: 'L1', status: 'parked', parkedAt: '2026-03-14T00:00:00.000Z' }),
    `${place} began at 2026-03-15T15:30:00.000Z while in/1/7 of loan L1 was set aside`,
  ],
]);

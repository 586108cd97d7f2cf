import { findsOnly } from '../testing/finds-only.js';
import { must, ofCase } from '../testing/plant.js';

findsOnly('cases-without-plan', [
  [
    'an open case that plans nothing',
    ({ cases }) => void (ofCase(cases, 't/L1/1').plan = {}),
    't/L1/1 is open and plans nothing',
  ],
  [
    'a plan without an instant',
    ({ cases }) => void (ofCase(cases, 't/L1/1').plan.dueAt = 'soon'),
    't/L1/1 is open and plans nothing',
  ],
  [
    'an ending that does not close',
    ({ cases }) => void (ofCase(cases, 't/L1/1').plan = { ending: 'cured' }),
    't/L1/1 is open and plans nothing',
  ],
  [
    'a plan that no turn decided',
    ({ cases }) => void (ofCase(cases, 't/L1/1').plan.dueAt = '2099-01-01T00:00:00.000Z'),
    /^t\/L1\/1 is open and plans .* at 2099-.*, which no entry of its journal decided$/,
  ],
  [
    'an opened case that never took a turn',
    ({ loans }) => void (must(loans[2]).openCase = 't/L3/2'),
    't/L3/2 was opened and has never taken a turn',
  ],
  [
    'an open case its loan does not know',
    ({ loans }) => void delete must(loans[0]).openCase,
    't/L1/1 is open, and its loan does not know it',
  ],
  [
    'a closed case that still gets the news',
    ({ loans }) => void (must(loans[2]).openCase = 't/L3/1'),
    't/L3/1 is closed, and its loan still sends it the news',
  ],

  [
    'a plan without a name',
    ({ cases }) => void delete ofCase(cases, 't/L1/1').plan.id,
    't/L1/1 is open and plans nothing',
  ],
  [
    'a plan without a day',
    ({ cases }) => void delete ofCase(cases, 't/L1/1').plan.dueAt,
    't/L1/1 is open and plans nothing',
  ],
]);

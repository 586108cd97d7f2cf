import { findsOnly, type Plant } from '../testing/finds-only.js';
import { act, changed, must, outside, place, sms, visit } from '../testing/plant.js';

/** What the messages named is another check's: these name nothing. */
const wordless =
  (plant: Plant): Plant =>
  (evidence) => {
    for (const contact of outside(evidence).received) delete contact.amounts;
    return plant(evidence);
  };

const plants: [what: string, plant: Plant, words: string | string[]][] = [
  [
    'a contact on a position older than a payment',
    (evidence) => void (must(act(evidence, sms).covers[0]).order = 5),
    `${sms} began at 5 on position 1 of loan L1, after /servicing/e5 at 4`,
  ],
  [
    'the same for a loan that only joined',
    (evidence) => void (must(act(evidence, sms).covers[1]).order = 6),
    `${sms} began at 6 on position 1 of loan L2, after /servicing/e6 at 5`,
  ],
  [
    'an older decision, though begin had read the payment',
    (evidence) => {
      Object.assign(must(act(evidence, sms).covers[0]), { order: 5, readPosition: 2 });
    },
    `${sms} began at 5 on position 1 of loan L1, after /servicing/e5 at 4`,
  ],
  [
    'begin on an older position than the decision',
    (evidence) => {
      const later = changed(evidence, 't/L1/1', 'step-planned', (fact) => ({
        ...fact,
        plan: { ...(fact['plan'] as object), readPosition: 2 },
      }));
      must(act(later, sms).covers[0]).order = 5;
      return later;
    },
    `${sms} began at 5 on position 1 of loan L1, after /servicing/e5 at 4`,
  ],
  [
    'a visit',
    (evidence) => void (must(act(evidence, visit).covers[0]).order = 7),
    `${visit} began at 7 on position 1 of loan L3, after /servicing/e4 at 6`,
  ],
  [
    'a placement',
    (evidence) => void (must(act(evidence, place).covers[0]).order = 5),
    `${place} began at 5 on position 1 of loan L1, after /servicing/e5 at 4`,
  ],
  [
    'a notice the law demands',
    (evidence) => {
      must(evidence.accepted.find(({ id }) => id === '/servicing/e6')).positionVersion = 3;
      must(act(evidence, 't/L2/1/1/notice/1~6').covers[0]).readPosition = 3;
      return changed(evidence, 't/L2/1', 'step-planned', (fact) => ({ ...fact, at: '2026-03-21T14:45:00.000Z' }), -1);
    },
    [
      't/L2/1/1/notice/1~6 rests on t/L2/1/1/notice/1, which nobody had decided by 2026-03-21T14:30:00.000Z',
      't/L2/1/1/notice/1 began at 7 on position 2 of loan L2, after /servicing/e6 at 5',
    ],
  ],
  [
    'an act nobody decided on',
    (evidence) => {
      const unplanned = act(evidence, place);
      unplanned.covers = unplanned.covers.map((cover) => ({ ...cover, planId: `${cover.planId}1` }));
    },
    `${place} rests on ${place}1, which nobody had decided by 2026-03-15T15:30:00.000Z`,
  ],
  [
    'an act before the decision',
    (evidence) => {
      const early = '2026-03-05T15:59:59.999Z';
      Object.assign(act(evidence, place), { begunAt: early });
      must(outside(evidence).received.find(({ id }) => id === place)).at = early;
    },
    `${place} rests on ${place}, which nobody had decided by 2026-03-05T15:59:59.999Z`,
  ],

  ...['payment-reversed', 'loan-closed'].map((type): [string, Plant, string] => [
    `a contact on a position older than ${type}`,
    (evidence) => {
      must(evidence.accepted.find(({ id }) => id === '/servicing/e5')).type = type;
      must(act(evidence, sms).covers[0]).order = 5;
    },
    `${sms} began at 5 on position 1 of loan L1, after /servicing/e5 at 4`,
  ]),
];

findsOnly(
  'contacts-on-unread-payment',
  plants.map(([what, plant, words]) => [what, wordless(plant), words]),
);

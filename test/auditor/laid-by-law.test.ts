import { fileURLToPath } from 'node:url';
import type { Terms } from '@recourse/domain/case/terms';
import { stateOn } from '@recourse/domain/credit-reporting/credit-state';
import { termsByLaw } from '@recourse/domain/law/terms-by-law';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { Position } from '@recourse/domain/money/position';
import { readLaw } from '@recourse/infra/policies/read-law';
import { lateOn } from '@recourse/service-auditor/credit-money';
import { moneyByLaw } from '@recourse/service-auditor/law/money-by-law';
import { readLaw as readTheirs } from '@recourse/service-auditor/law/read-law';
import { newsIn, positionIn, type News } from '@recourse/service-auditor/news';
import { reckon } from '@recourse/service-auditor/reckon';
import { describe, expect, test } from 'vitest';
import { testTerms } from '../builders/case-world.js';

const { law } = readLaw(fileURLToPath(new URL('../../policies', import.meta.url)));
const { money = [] } = await readTheirs();
const day = '2026-01-11';

const card = (allocation?: Terms['allocation']): Terms => {
  const agreed: Terms = { ...testTerms, product: 'card-instalment', ...(allocation && { allocation }) };
  const byLaw = termsByLaw(law, agreed, day);
  return { ...agreed, ...(byLaw && { byLaw }) };
};
const instalment = { number: 1, dueOn: '2025-10-01', due: { principal: 50_000, interest: 1_000 } };
const waiver = {
  waiverId: 'w',
  of: { instalment: 1, component: 'interest' as const },
  amount: 1_000,
  waivedOn: '2026-01-20',
};
/** Paid at 106 days past due; then the interest is waived. */
const paid = (amount: number): Position => ({
  currency: 'CNY',
  instalments: [{ ...instalment, state: 'missed' }],
  payments: [{ paymentId: 'p1', amount, valueDate: '2026-01-15', receivedAt: '2026-01-15T00:00:00.000Z' }],
  outstanding: 0,
  waivers: [waiver],
});
const told = (terms: Terms, amount: number): News[] =>
  [
    ...newsIn('com.recourse.servicing.instalment-missed.v1', { instalment, terms }),
    ...positionIn(paid(amount), 'CNY').slice(1),
  ].map((each) =>
    each.news === 'terms'
      ? { ...each, byLaw: moneyByLaw(money, { jurisdiction: 'CN', product: terms.product }, each, day) }
      : each,
  );

describe('a card loan laid out by law, principal first from 91 days past due', () => {
  test('owes by events and by position what the product says', () => {
    const terms = card();
    const news = told(terms, 1_000);

    expect(amountsOn(paid(1_000), 'now', allocationOf(terms)).arrears).toBe(49_000);
    expect(reckon(news).arrears).toBe(49_000);
    expect(reckon(positionIn(paid(1_000), 'CNY'), news).arrears).toBe(49_000);
  });

  test('is current to the credit bureau when its principal is paid and its interest waived', () => {
    const terms = card();
    const zone = { zone: 'UTC', offsets: [[0, 0]] as const };

    const { standing } = stateOn({ terms, position: paid(50_000), zone } as never, '2026-01-31');
    expect(standing).toBe('current');
    expect(lateOn(told(terms, 50_000), {}, '2026-01-31')).toMatchObject({ late: false, overdue: 0 });
  });
});

const oldestFirst = (components: string[]) => [
  { when: ['past-due', 'due'], components, by: 'instalment', first: 'oldest' },
];
const early = ['costs', 'fees', 'penalty', 'compound', 'damages', 'interest', 'principal'];
const late = ['principal', 'penalty', 'interest', 'compound', 'damages', 'fees', 'costs'];
const rows = (...orders: [number, string[]][]) =>
  ({
    rows: orders.map(([fromDpd, components]) => ({ fromDpd, order: oldestFirst(components) })),
    takenBack: 'principal',
  }) as Terms['allocation'];

test.each<[what: string, allocation: Terms['allocation'], first: [number, string][]]>([
  [
    'is the agreed one where it keeps the classes of the law, whatever the order inside them',
    rows([0, early], [91, late]),
    [
      [0, 'penalty'],
      [91, 'penalty'],
    ],
  ],
  [
    'is the law’s where the agreed one does not flip',
    rows([0, early]),
    [
      [0, 'interest'],
      [91, 'interest'],
    ],
  ],
  [
    'is the law’s where the agreed one flips a day late',
    rows([0, early], [92, late]),
    [
      [0, 'interest'],
      [91, 'interest'],
    ],
  ],
  [
    'is the agreed one where it changes more often than the law',
    rows([0, early], [30, early], [91, late], [180, late]),
    [0, 30, 91, 180].map((from) => [from, 'penalty']),
  ],
])('the order of a card loan %s', (_what, allocation, first) => {
  const agreed = { startOn: '2025-01-01', allocation, costs: { principal: [] } };

  const { order } = moneyByLaw(money, { jurisdiction: 'CN', product: 'credit-card' }, agreed, day);

  const ofInterest = order?.map(({ fromDpd, components }) => [
    fromDpd,
    components.find((each) => each === 'penalty' || each === 'interest'),
  ]);
  expect(ofInterest).toEqual(first);
});

test('nobody says what is owed by an order that goes by component, when something was waived', () => {
  const vertical = {
    rows: [
      {
        fromDpd: 0,
        order: [{ when: ['past-due', 'due'], components: ['principal', 'interest'], by: 'component', first: 'oldest' }],
      },
    ],
    takenBack: 'principal',
  } as unknown as Terms['allocation'];
  const news = told({ ...testTerms, product: 'consumer-loan', allocation: vertical } as Terms, 1_000);

  expect(reckon(news).arrears).toBeUndefined();
  expect(lateOn(news, {}, '2026-01-31')).toBeUndefined();
});

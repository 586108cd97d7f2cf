import { dayNumber } from './late/day-number.js';
import type { LaidOrder } from './laid-order.js';
import type { News, Parts } from './news.js';
import { scheduledOn } from './schedule-news.js';

export type LaidDebt = { number: number; component: string; dueOn: string; open: number; charge?: string };
/** `credit`: money that met nothing; `gaveWay`: what was open and gave way to each schedule, by its id. */
export type LaidOut = { debts: LaidDebt[]; credit: number; gaveWay: Map<string, Parts> };

/** `row`: by which instalment's day it is paid; `tie`: which of two is first when all else is equal. */
type Debt = LaidDebt & { row: string; from: string; met: boolean; tie: string };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const only = <K extends News['news']>(news: readonly News[], kind: K): Extract<News, { news: K }>[] =>
  news.filter((each): each is Extract<News, { news: K }> => each.news === kind);
const once = <T>(all: T[], id: (one: T) => string): T[] => [
  ...new Map(all.toReversed().map((one) => [id(one), one])).values(),
];

/** What is due by the old schedule gives way to the new one, oldest first, so far as servicing took it over. */
const giveWay = (debts: Debt[], on: string, takenOver: Parts): Parts => {
  const gave: Parts = {};
  const oldest = debts
    .filter(({ dueOn, from }) => dueOn <= on && from <= on)
    .toSorted((a, b) => compare(a.dueOn, b.dueOn) || a.number - b.number);
  for (const [component, sum] of Object.entries(takenOver)) {
    let left = sum;
    for (const debt of oldest) {
      if (debt.component !== component) continue;
      const gone = Math.min(debt.open, left);
      debt.open -= gone;
      left -= gone;
    }
    gave[component] = sum - left;
  }
  return gave;
};

/** Told both missed and met, it is missed. */
export const instalmentsIn = (news: readonly News[]): (Extract<News, { news: 'instalment' }> & { parts: Parts })[] => {
  const all = only(news, 'instalment');
  return [...new Set(all.map(({ number }) => number))].flatMap((number) => {
    const told = all.filter((each) => each.number === number);
    const one = told.find(({ met }) => !met) ?? told[0];
    return one ? [{ ...one, parts: one.parts ?? { principal: one.due } }] : [];
  });
};

/**
 * Everything owed and unpaid as a day ends, component by component, by news in whatever order; money by value date, oldest instalment first. A
 * payment taken back by then never came. Undefined: what this reckoning does not cover (taken-back money of a loan that met an instalment).
 */
export function layOut(news: readonly News[], until: string, rows: LaidOrder): LaidOut | undefined {
  const { isOwed, schedules, standing } = scheduledOn(news, until);
  const instalments = instalmentsIn(news);
  const payments = once(only(news, 'payment'), ({ paymentId }) => paymentId);
  const gone = new Set(
    only(news, 'reversal').flatMap(({ paymentId, reversedOn }) => {
      const came = payments.find((payment) => payment.paymentId === paymentId)?.valueDate;
      return came !== undefined && (reversedOn > came ? reversedOn : came) <= until ? [paymentId] : [];
    }),
  );
  if (gone.size > 0 && instalments.some(({ met }) => met)) return undefined;
  const rowOf = (dueOn: string, named?: number): { number: number; row: string } => {
    const found = instalments
      .filter((each) => (named === undefined ? each.dueOn >= dueOn : each.number === named))
      .toSorted((a, b) => compare(a.dueOn, b.dueOn))[0];
    return found
      ? { number: found.number, row: found.dueOn }
      : { number: Math.max(0, ...instalments.map(({ number }) => number)) + 1, row: '~' };
  };
  const debts: Debt[] = [
    ...instalments.filter(isOwed).flatMap(({ number, dueOn, met, parts }) =>
      Object.entries(parts).map(([component, open]) => ({
        number,
        component,
        dueOn,
        open,
        row: dueOn,
        from: '',
        met,
        tie: '0',
      })),
    ),
    ...once(only(news, 'charge'), ({ chargeId }) => chargeId).map(
      ({ chargeId, component, amount, dueOn, raisedOn, number }) => ({
        ...rowOf(dueOn, number),
        component,
        dueOn,
        open: amount,
        charge: chargeId,
        from: raisedOn !== undefined && raisedOn < dueOn ? raisedOn : dueOn,
        met: false,
        tie: `1${chargeId}`,
      }),
    ),
  ];
  if (standing) {
    const { on, from: number, id } = standing;
    const told = { number, dueOn: on, row: on, from: on, met: false, tie: `0${id}`, charge: `acceleration ${id}` };
    debts.push(...Object.entries(standing.due).map(([component, open]) => ({ ...told, component, open })));
  }
  const isAtOnce = ({ charge }: Debt): boolean => standing !== undefined && charge === `acceleration ${standing.id}`;
  /** By a schedule that goes on beside what fell due at once. */
  const billedSince = (number: number): boolean =>
    schedules.some(({ on, numbers }) => on >= (standing?.on ?? '') && numbers.includes(number));
  const credit: { left: number }[] = [];
  const gaveWay: LaidOut['gaveWay'] = new Map();
  const spend = (money: { left: number }, today: string): void => {
    const owed = debts.filter((debt) => debt.dueOn <= today && debt.from <= today && debt.open > 0);
    const since = owed.reduce((first, { dueOn }) => (dueOn < first ? dueOn : first), today);
    const dpd = dayNumber(today) - dayNumber(since);
    const order = (rows.findLast(({ fromDpd }) => fromDpd <= dpd) ?? rows[0])?.components ?? [];
    const payable = owed
      .filter(({ component }) => order.includes(component))
      .toSorted(
        (a, b) =>
          compare(a.row, b.row) ||
          a.number - b.number ||
          order.indexOf(a.component) - order.indexOf(b.component) ||
          compare(a.dueOn, b.dueOn) ||
          compare(a.tie, b.tie),
      );
    for (const debt of payable) {
      const amount = Math.min(debt.open, money.left);
      debt.open -= amount;
      money.left -= amount;
    }
  };
  const withdrawn = new Map(only(news, 'withdrawal').map(({ waiverId, withdrawnOn }) => [waiverId, withdrawnOn]));
  const events = [
    ...debts.flatMap(({ dueOn, from }) =>
      [dueOn, from].map((day) => ({ day, rank: 0, id: '', does: () => undefined })),
    ),
    ...once(only(news, 'out'), ({ outId }) => outId)
      .filter(({ paymentId }) => paymentId === undefined || !gone.has(paymentId))
      .map(({ outId, amount, on, dueOn = on }) => ({
        day: on,
        rank: 1,
        id: outId,
        does: () => {
          const owed = {
            ...rowOf(dueOn),
            component: 'principal',
            dueOn,
            open: amount,
            from: on,
            met: false,
            tie: `2${outId}`,
          };
          debts.push(owed);
          for (const money of credit) {
            const covered = Math.min(money.left, owed.open);
            money.left -= covered;
            owed.open -= covered;
          }
        },
      })),
    ...payments
      .filter(({ paymentId }) => !gone.has(paymentId))
      .map(({ paymentId, amount, valueDate }) => ({
        day: valueDate,
        rank: 2,
        id: paymentId,
        does: () => void credit.push({ left: amount }),
      })),
    ...once(only(news, 'waiver'), ({ waiverId }) => waiverId)
      .filter(({ waiverId }) => (withdrawn.get(waiverId) ?? '~~') > until)
      .map(({ waiverId, of, amount, waivedOn }) => ({
        day: waivedOn,
        rank: 3,
        id: waiverId,
        does: () => {
          let left = amount;
          for (const debt of debts) {
            const meant =
              'chargeId' in of
                ? debt.charge === of.chargeId
                : debt.component === of.component &&
                  (isAtOnce(debt)
                    ? debt.number <= of.instalment && !billedSince(of.instalment)
                    : debt.charge === undefined &&
                      debt.row !== '~' &&
                      debt.number === of.instalment &&
                      debt.from === '');
            if (!meant || debt.from > waivedOn) continue;
            const waived = Math.min(left, debt.open);
            debt.open -= waived;
            left -= waived;
          }
        },
      })),
    ...schedules.map(({ id, on, takenOver }) => ({
      day: on,
      rank: 4,
      id,
      does: () => void gaveWay.set(id, giveWay(debts, on, takenOver)),
    })),
    ...instalments
      .filter(({ met }) => met)
      .map(({ number, dueOn }) => ({
        day: dueOn,
        rank: 5,
        id: String(number).padStart(6, '0'),
        does: () => {
          for (const debt of debts) if (debt.met && debt.number === number) debt.open = 0;
        },
      })),
  ]
    .filter(({ day }) => day <= until)
    .toSorted((a, b) => compare(a.day, b.day) || a.rank - b.rank || compare(a.id, b.id));
  for (const { day, does } of events) {
    does();
    for (const money of credit) if (money.left > 0) spend(money, day);
  }
  return {
    debts: debts.map(({ number, component, dueOn, open, charge }) => ({
      number,
      component,
      dueOn,
      open,
      ...(charge !== undefined && { charge }),
    })),
    credit: credit.reduce((sum, { left }) => sum + left, 0),
    gaveWay,
  };
}

/** What is overdue by all that is known. */
export const overdueOf = ({ debts }: LaidOut): number => debts.reduce((sum, { open }) => sum + open, 0);

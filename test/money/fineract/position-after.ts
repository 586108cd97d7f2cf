import type { MoneyOut } from '@recourse/domain/money/money-out';
import type { Position } from '@recourse/domain/money/position';
import type { CarriedDeed, CarriedScenario } from './carried-scenario.js';

/** Cents of an amount as Fineract writes it. */
export function centsOf(stated: string): number {
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d{1,2})0*)?$/.exec(stated) ?? [];
  if (whole === '') throw new Error(`no amount: "${stated}"`);
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** What a loan owes and what came in after these deeds, in words of ours. */
export function positionAfter(
  { instalments, strategy, product }: CarriedScenario,
  deeds: readonly CarriedDeed[],
): Position {
  const nextDue = (on: string): string | undefined => instalments.find(({ dueOn }) => dueOn > on)?.dueOn;
  // What is charged on the day a loan is paid out stands with its first instalment, not with its down payment.
  const normal = instalments.filter((_, nth) => nth > 0 || !product.includes('DOWNPAYMENT'));
  const instalmentOf = (on: string) => normal.find(({ dueOn }) => dueOn >= on);
  const undone = new Map(deeds.flatMap((deed) => (deed.do === 'undo' ? [[deed.id, deed.on] as const] : [])));
  const withdrawn = new Map(
    deeds.flatMap((deed) => (deed.do === 'undo-waive' ? [[deed.charge, deed.on] as const] : [])),
  );
  return {
    currency: 'EUR',
    outstanding: 0,
    instalments: instalments.map(({ number, dueOn, principal, interest }) => ({
      number,
      dueOn,
      due: { principal: centsOf(principal), interest: centsOf(interest) },
      state: 'missed',
    })),
    payments: deeds.flatMap((deed) => {
      if (deed.do !== 'pay') return [];
      const reversedOn = undone.get(deed.id);
      return [
        {
          paymentId: deed.id,
          amount: centsOf(deed.amount),
          valueDate: deed.on,
          receivedAt: `${deed.on}T00:00:00.000Z`,
          ...(reversedOn !== undefined && { reversedOn }),
        },
      ];
    }),
    charges: deeds.flatMap((deed) => {
      if (deed.do !== 'charge') return [];
      const stands = instalmentOf(deed.dueOn);
      return [
        {
          chargeId: deed.id,
          component: deed.component,
          amount: centsOf(deed.amount),
          raisedOn: deed.raisedOn < deed.dueOn ? deed.raisedOn : deed.dueOn,
          // Advanced allocation asks when the instalment falls due, never when the charge does.
          dueOn: strategy === 'ADVANCED_PAYMENT_ALLOCATION' && stands ? stands.dueOn : deed.dueOn,
          ...(stands && { instalment: stands.number }),
        },
      ];
    }),
    waivers: deeds.flatMap((deed) => {
      if (deed.do !== 'waive') return [];
      const withdrawnOn = withdrawn.get(deed.charge);
      const of = { chargeId: deed.charge };
      return [
        {
          waiverId: `w-${deed.charge}`,
          of,
          amount: Number.MAX_SAFE_INTEGER,
          waivedOn: deed.on,
          ...(withdrawnOn !== undefined && { withdrawnOn }),
        },
      ];
    }),
    moneyOut: deeds.flatMap((deed): MoneyOut[] => {
      if (deed.do !== 'chargeback' && deed.do !== 'refund') return [];
      // Fineract lets it fall due with the next instalment.
      const dueOn = nextDue(deed.on);
      const out = { outId: deed.id, on: deed.on, amount: centsOf(deed.amount), ...(dueOn !== undefined && { dueOn }) };
      return deed.do === 'refund'
        ? [{ ...out, kind: 'refund' }]
        : [{ ...out, kind: 'chargeback', paymentId: deed.payment }];
    }),
  };
}

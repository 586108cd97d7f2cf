import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lawfulOrders } from '@recourse/domain/law/lawful-orders';
import { orderAt } from '@recourse/domain/money/allocation-order';
import { contractOrder } from '@recourse/domain/money/components';
import { rulesOfContract } from '@recourse/domain/money/rules-of-contract';
import { readLaw } from '@recourse/infra/policies/read-law';

const { law } = readLaw(fileURLToPath(new URL('../../policies', import.meta.url)));
const ordersFor = (product: string, place = 'CN', day = '2026-03-01') =>
  lawfulOrders(law, { places: [place], actor: 'first-party', product, days: [day] });

describe('the orders of allocation in the shipped packs', () => {
  it('are costs, interest, principal for a cash loan, unless agreed otherwise (CN-ALLOC-1, 民法典 art. 561)', () => {
    expect(ordersFor('cash-loan')).toMatchObject([
      { ruleId: 'CN-ALLOC-1', components: [...contractOrder], fromDpd: 0, yieldsToContract: true },
    ]);
  });

  it('flip for card loans at 91 days past due, whatever was agreed (商业银行信用卡业务监督管理办法 art. 57)', () => {
    const orders = ordersFor('card-instalment');
    expect(orders.map(({ ruleId, fromDpd }) => [ruleId, fromDpd])).toEqual([
      ['CN-ALLOC-2', 0],
      ['CN-ALLOC-3', 91],
    ]);
    const { rules } = rulesOfContract(orders);
    expect(orderAt(rules, 90)[0]?.components).toEqual([...contractOrder]);
    expect(orderAt(rules, 91)[0]?.components).toEqual([
      'principal',
      'interest',
      'compound',
      'penalty',
      'damages',
      'costs',
      'fees',
    ]);
  });

  it('are none where no law orders one', () => {
    expect(ordersFor('cash-loan', 'GB')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { LawfulOrder } from '../law/lawful-orders.js';
import { orderAt, plainRules } from './allocation-order.js';
import { contractOrder } from './components.js';
import { rulesOfContract } from './rules-of-contract.js';

const lawful = (ruleId: string, how: Partial<LawfulOrder> = {}): LawfulOrder => ({
  ruleId,
  version: 'cn@1',
  components: ['costs', 'interest', 'principal'],
  classes: (how.components ?? ['costs', 'interest', 'principal']).map((each) => [each]),
  fromDpd: 0,
  yieldsToContract: true,
  ...how,
});
const agreed = plainRules(['principal', 'interest']);
const card = [
  lawful('CN-ALLOC-2', { yieldsToContract: false }),
  lawful('CN-ALLOC-3', { yieldsToContract: false, fromDpd: 91, components: ['principal', 'interest', 'costs'] }),
];

describe('the rules a loan is allocated by', () => {
  it('are those of the contract, where law gives way to it (民法典 art. 561)', () => {
    expect(rulesOfContract([lawful('CN-ALLOC-1')], agreed)).toEqual({ rules: agreed, by: 'contract', ruleIds: [] });
  });

  it('are those of the law, where the contract is silent', () => {
    const chosen = rulesOfContract([lawful('CN-ALLOC-1')]);
    expect(chosen).toMatchObject({ by: 'law', ruleIds: ['CN-ALLOC-1'] });
    expect(orderAt(chosen.rules, 200)).toMatchObject([
      { components: ['costs', 'interest', 'principal'], first: 'oldest' },
    ]);
  });

  it('are those of the law, whatever the contract says, where the law does not give way', () => {
    const chosen = rulesOfContract([lawful('CN-ALLOC-1'), ...card], agreed);
    expect(chosen).toMatchObject({ by: 'law', ruleIds: ['CN-ALLOC-2', 'CN-ALLOC-3'] });
    expect(orderAt(chosen.rules, 90)[0]?.components[0]).toBe('costs');
    expect(orderAt(chosen.rules, 91)[0]?.components[0]).toBe('principal');
  });

  it('are costs, interest, principal, where both are silent, and below the first DPD of which law speaks', () => {
    expect(rulesOfContract([])).toEqual({ rules: plainRules(contractOrder), by: 'nobody', ruleIds: [] });
    const late = rulesOfContract([lawful('LATE', { fromDpd: 91, components: ['principal'] })]);
    expect(orderAt(late.rules, 0)[0]?.components).toEqual(contractOrder);
    expect(orderAt(late.rules, 91)[0]?.components).toEqual(['principal']);
  });
});

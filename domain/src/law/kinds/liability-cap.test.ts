import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../../test/builders/law-rule.js';
import { liabilityCap } from './liability-cap.js';

const rule = (cap?: string) =>
  lawRule('party-eligibility', { parties: ['heir'], purposes: ['collect'], ...(cap && { liabilityCap: cap }) });

describe('what a party may be asked for', () => {
  it('is the estate received for an heir (民法典 art. 1161), and nothing while nobody knows it', () => {
    const heir = rule('estate-received');
    expect(liabilityCap(heir, { claimed: 500, estateReceived: 500 })).toEqual({ verdict: 'allow', atMost: 500 });
    expect(liabilityCap(heir, { claimed: 501, estateReceived: 500 })).toEqual({
      verdict: 'refuse',
      reason: 'above-limit',
      atMost: 500,
    });
    expect(liabilityCap(heir, { claimed: 1, guaranteedSum: 500 })).toEqual({
      verdict: 'refuse',
      reason: 'limit-unknown',
    });
  });

  it('is the sum guaranteed for a guarantor, and no matter of this rule for others', () => {
    expect(liabilityCap(rule('guaranteed-sum'), { claimed: 1, guaranteedSum: 0 })).toMatchObject({
      reason: 'above-limit',
    });
    expect(liabilityCap(rule(), { claimed: 1 })).toEqual({ verdict: 'allow' });
  });
});

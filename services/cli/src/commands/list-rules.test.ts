import { describe, expect, it } from 'vitest';
import { Mistake } from '../words/mistake.js';
import { listRules, type ListRules } from './list-rules.js';

const list = (options: Partial<ListRules>): string[] => listRules({ json: false, lang: 'en', ...options });
const idsOf = (options: Partial<ListRules>): string[] =>
  (JSON.parse(list({ ...options, json: true }).join('\n')) as { rules: { id: string }[] }).rules.map(({ id }) => id);

describe('rules list', () => {
  it('says of every rule its pack with hash, kind, force, how well it was read and whom it binds', () => {
    const line = list({ jurisdiction: 'US-NY-NYC' }).find((each) => each.startsWith('US-NYC-2 '));
    expect(line).toMatch(
      /^US-NYC-2 +us-nyc@1#[0-9a-f]{12} +cap on contacts +hard +not read \(to be confirmed by counsel\) +lender, agency, buyer$/,
    );
  });

  it('names what holds in a place: its own law, that of its country, the lender’s own, and no other', () => {
    const ids = idsOf({ jurisdiction: 'US-MA', kind: 'frequency-cap' });
    expect(ids).toEqual(expect.arrayContaining(['OWN-FREQ-1', 'US-FREQ-1', 'US-MA-1-PERSONAL']));
    expect(ids.filter((id) => /^(CN|UK|US-NYC)-/.test(id))).toEqual([]);
  });

  it('gives as JSON version 1 the whole rule under the name of its pack', () => {
    const said = JSON.parse(list({ jurisdiction: 'GB', kind: 'response-deadline', json: true }).join('\n')) as {
      rules: unknown[];
    };
    expect(said).toEqual({
      v: 1,
      rules: [
        expect.objectContaining({
          pack: expect.stringMatching(/^uk@1#/),
          jurisdiction: 'GB',
          id: 'UK-CPL-1',
          kind: 'response-deadline',
          days: 56,
          citation: 'FCA DISP 1.6.2R: final response within 8 weeks',
        }),
      ],
    });
  });

  it('speaks Chinese', () => {
    expect(list({ jurisdiction: 'CN', kind: 'cooldown', lang: 'zh' }).at(-1)).toMatch(
      /^CN-FREQ-4 +cn@1#[0-9a-f]{12} +联系间隔 +倡导 +转述已读 \(待律师确认\) +贷款机构, 委外机构, 受让方$/,
    );
  });

  it.each(['FR', 'US-AM'])('refuses a place of which no law is known, %s, and names the others', (jurisdiction) => {
    expect(() => list({ jurisdiction })).toThrow(
      new Mistake(`no rule pack holds in ${jurisdiction}; there are packs for CN, GB, US, US-MA, US-NY-NYC`),
    );
  });
});

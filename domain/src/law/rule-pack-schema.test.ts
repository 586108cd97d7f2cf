import { describe, expect, it } from 'vitest';
import { readRulePack } from './rule-pack-schema.js';

const hours = {
  id: 'XX-TIME-1',
  kind: 'contact-window',
  actor: ['agency'],
  citation: 'Act 1, s.2',
  confidence: 'primary',
  force: 'hard',
  effectiveFrom: '2026-01-01',
  channels: ['call'],
  windows: [{ from: '08:00', to: '21:00' }],
};
const { windows: _windows, ...head } = hours;
const cap = { ...head, id: 'XX-FREQ-1', kind: 'frequency-cap', unit: 'attempt', limit: 3, days: 7, scope: ['person'] };
const faultsOf = (...rules: object[]): string[] => {
  const read = readRulePack({ pack: 'xx', version: 1, jurisdiction: 'FR', title: 'France', rules });
  return 'pack' in read ? [] : read.faults.map(({ path, reason }) => `${path}: ${reason}`);
};

describe('a rule pack', () => {
  it('is taken when nothing is wrong with it', () => {
    expect(faultsOf(hours, cap)).toEqual([]);
  });

  it.each<[string, object[], string]>([
    [
      'a kind there is none of',
      [{ ...hours, kind: 'contact-hours' }],
      'rules[0].kind: must be one of the fourteen rule kinds',
    ],
    ['no citation', [{ ...hours, citation: undefined }], 'rules[0].citation: must name law and article'],
    ['a blank citation', [{ ...hours, citation: ' ' }], 'rules[0].citation: must name law and article'],
    ['a citation of a dot', [{ ...hours, citation: '.' }], 'rules[0].citation: must have letters or digits'],
    ['one of no width', [{ ...hours, citation: '\u200b\u2060' }], 'rules[0].citation: must have letters or digits'],
    [
      'windows that overlap',
      [
        {
          ...hours,
          windows: [
            { from: '08:00', to: '12:00' },
            { from: '11:59', to: '21:00' },
          ],
        },
      ],
      'rules[0].windows: overlap one another',
    ],
    [
      'a window that ends before it begins',
      [{ ...hours, windows: [{ from: '21:00', to: '08:00' }] }],
      'rules[0].windows[0].to: must be later than from',
    ],
    ['a negative cap', [{ ...cap, limit: -1 }], 'rules[0].limit: must be 0 or more'],
    ['a cap that caps nothing', [{ ...cap, limit: 1_001 }], 'rules[0].limit: is no cap'],
    [
      'a cap over more days than are kept',
      [{ ...cap, days: 91 }],
      'rules[0].days: must be at most the 90 days the ledger keeps',
    ],
    [
      'a cap on visits by telephone',
      [{ ...cap, unit: 'visit' }],
      'rules[0].unit: XX-FREQ-1 would never count anything: none of its channels can be such a unit',
    ],
    [
      'a cap on conversations by letter',
      [{ ...cap, unit: 'conversation', channels: ['letter'] }],
      'rules[0].unit: XX-FREQ-1 would never count anything: none of its channels can be such a unit',
    ],
    [
      'an end before its beginning',
      [{ ...hours, effectiveTo: '2025-12-31' }],
      'rules[0].effectiveTo: XX-TIME-1 would end before it begins: must be after effectiveFrom',
    ],
    [
      'a day that does not exist',
      [{ ...hours, effectiveFrom: '2026-02-29' }],
      'rules[0].effectiveFrom: must be a day that exists, YYYY-MM-DD',
    ],
    [
      'an id twice',
      [hours, { ...cap, id: 'XX-TIME-1' }],
      'rules[1].id: XX-TIME-1 is the id of another rule of this pack',
    ],
    ['a misspelt field', [{ ...hours, chanels: ['sms'] }], 'rules[0].chanels: is not a known field'],
  ])('is refused with %s, by field and reason', (_, rules, fault) => {
    expect(faultsOf(...rules)).toEqual([fault]);
  });
});

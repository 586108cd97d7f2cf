import { describe, expect, it } from 'vitest';
import { readContactLaw } from './contact-law-schema.js';

const law = {
  pack: 'baseline',
  version: 1,
  hours: { from: '08:00', to: '21:00', citation: 'CN-TIME-1' },
  perPersonPerDay: { attempts: 5, conversations: 3, citation: 'CN-FREQ-1' },
  perPointPerDay: { attempts: 6, citation: 'CN-FREQ-3' },
  mergeWindowMinutes: 60,
};

describe('a rule pack', () => {
  it('is read as it is written', () => {
    expect(readContactLaw(law)).toEqual({ law });
  });

  it('that is wrong is refused with the path of every wrong field', () => {
    const wrong = {
      ...law,
      hours: { from: '21:00', to: '08:00', citation: 'x' },
      perPersonPerDay: { attempts: 0, conversations: 3, citation: '' },
      perPointPerDay: { attempts: '6', citation: 'x' },
      kindness: true,
    };
    const read = readContactLaw(wrong);
    expect('faults' in read && read.faults.map(({ path }) => path).sort()).toEqual([
      'hours.to',
      'kindness',
      'perPersonPerDay.attempts',
      'perPersonPerDay.citation',
      'perPointPerDay.attempts',
    ]);
  });

  it('without citation is none', () => {
    expect(readContactLaw({ ...law, perPointPerDay: { attempts: 6 } })).toMatchObject({
      faults: [{ path: 'perPointPerDay.citation' }],
    });
  });
});

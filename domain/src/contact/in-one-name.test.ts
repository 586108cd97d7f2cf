import { describe, expect, it } from 'vitest';
import { inOneName } from './in-one-name.js';
import type { PersonMerge } from './person-merge.js';

const merge: PersonMerge = { from: 'P2', into: 'P1', points: { m: 'm.2' } };

describe('what was said of a record that is another one now', () => {
  it('is said of the one person, with the points as they are called now', () => {
    const said = {
      act: { kind: 'place-call', personId: 'P2', pointId: 'm' },
      holds: [
        { id: 'h', scope: { person: 'P2' } },
        { id: 'g', scope: { loan: 'P2' } },
      ],
      outcome: { reached: 'P2' },
      relations: [{ to: 'P2', role: 'guarantor', namedBy: 'court' }],
      about: { personId: 'P2' },
    };
    expect(inOneName(said, [merge])).toEqual({
      act: { kind: 'place-call', personId: 'P1', pointId: 'm.2' },
      holds: [
        { id: 'h', scope: { person: 'P1' } },
        { id: 'g', scope: { loan: 'P2' } },
      ],
      outcome: { reached: 'P1' },
      relations: [{ to: 'P1', role: 'guarantor', namedBy: 'court' }],
      about: { personId: 'P1' },
    });
  });

  it('is nothing that only looks like a name: whose task it is, whose hold, somebody else’s point', () => {
    const said = {
      to: 'P2',
      cause: 'P2',
      contact: { personId: 'P3', pointId: 'm' },
      placed: { person: 'P2', amount: 1 },
      at: new Date(0),
    };
    expect(inOneName(said, [merge])).toEqual(said);
    expect(inOneName(said, [merge]).at).toBe(said.at);
  });

  it.each([
    [['guarantor', 'borrower'], 'borrower'],
    [['borrower', 'guarantor'], 'borrower'],
    [['guarantor', 'co-borrower'], 'co-borrower'],
  ])('owes once, by the role that owes most: %s', ([first = '', second = ''], role) => {
    const terms = (...debtors: [string, string][]) => ({
      debtors: debtors.map(([personId, each]) => ({ personId, role: each })),
    });
    expect(inOneName(terms(['P2', first], ['P9', 'guarantor'], ['P1', second]), [merge])).toEqual(
      terms(['P1', role], ['P9', 'guarantor']),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditorChange } from './creditor-change.js';
import { creditorNow } from './creditor-now.js';

const change = (to: string, on: string, notifiedOn?: string): CreditorChange => ({
  changeId: `${to}-${on}`,
  to,
  on,
  ...(notifiedOn !== undefined && { notifiedOn }),
});

describe('whom the debtor owes', () => {
  test('is whoever lent while servicing told of no other', () => {
    expect(creditorNow()).toEqual({ changed: false });
  });

  test('is not the new creditor before the notice is proved (民法典 art. 546)', () => {
    expect(creditorNow([change('b', '2026-01-14')])).toEqual({ changed: false });
    expect(creditorNow([change('b', '2026-01-14', '2026-01-20'), change('c', '2026-02-01')])).toEqual({
      changed: true,
      to: 'b',
    });
  });

  test('is the new creditor once it is', () => {
    expect(creditorNow([change('b', '2026-01-14', '2026-01-20')])).toEqual({ changed: true, to: 'b' });
  });

  test('is the last of several, also where an earlier one was notified later', () => {
    const chain = [change('b', '2026-01-14', '2026-02-20'), change('c', '2026-02-01', '2026-02-03')];
    expect(creditorNow(chain)).toEqual({ changed: true, to: 'c' });
  });

  test('is, of several of one day, the one notified last', () => {
    const chain = [change('b', '2026-01-14', '2026-01-20'), change('c', '2026-01-14', '2026-01-19')];
    expect(creditorNow(chain)).toEqual({ changed: true, to: 'b' });
  });

  test('is unknown where two are told of one day and notified on one day', () => {
    const both = [change('b', '2026-01-14', '2026-01-20'), change('c', '2026-01-14', '2026-01-20')];
    expect(creditorNow(both)).toEqual({ changed: true });
  });

  test('does not hang on the order in which changes are told', () => {
    const day = fc.constantFrom('2026-01-14', '2026-01-15', '2026-01-16');
    const any = fc.tuple(fc.constantFrom('a', 'b', 'c'), day, fc.option(day, { nil: undefined }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (told) => {
        const changes = told.map(([to, on, notifiedOn]) => change(to, on, notifiedOn));
        expect(creditorNow(changes.toReversed())).toEqual(creditorNow(changes));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { DirectoryPort } from '@recourse/activities/verification/directory-port';
import type { ServicingPort } from '@recourse/activities/verification/servicing-port';
import type { Trouble } from '../fakes/memory-servicing.js';

/** Both systems of tenant `t`: loan `L1` of person `P1` with 1000 of principal unpaid since 2026-01-01, `P1` with a verified mobile. */
export type ServicingBench = {
  servicing: ServicingPort;
  directory: DirectoryPort;
  /** The next question to that system meets this. */
  order(trouble: Trouble): Promise<void>;
};

/** What every servicing system and directory must do. */
export function servicingContract(name: string, open: () => Promise<ServicingBench>): void {
  describe(`${name} as servicing and directory`, () => {
    it('shows a loan with who owes, in which currency, what is unpaid by component, and that it is overdue', async () => {
      const { servicing } = await open();
      expect(await servicing.loan('t', 'L1')).toEqual({
        loanId: 'L1',
        currency: 'CNY',
        debtors: [{ personId: 'P1', role: 'borrower' }],
        unpaid: [{ number: 1, dueOn: '2026-01-01', components: { principal: 1_000 } }],
        overdue: true,
      });
    });

    it('shows a person with points, each with source, day and what was verified', async () => {
      const { directory } = await open();
      expect(await directory.person('t', 'P1')).toEqual({
        personId: 'P1',
        zone: 'Asia/Shanghai',
        language: 'zh',
        points: [
          {
            pointId: 'm',
            kind: 'mobile',
            value: '+8613900000001',
            source: 'application',
            recordedOn: '2025-12-20',
            verifiedOn: '2025-12-20',
          },
        ],
      });
    });

    it('knows no loan or person that it does not have, nor those of another tenant', async () => {
      const { servicing, directory } = await open();
      expect(await servicing.loan('t', 'L9')).toBe('unknown-loan');
      expect(await servicing.loan('other', 'L1')).toBe('unknown-loan');
      expect(await directory.person('t', 'P9')).toBe('unknown-person');
    });

    it.each(['servicing', 'directory'] as const)(
      'is in trouble when %s is down, and answers afterwards',
      async (from) => {
        const { servicing, directory, order } = await open();
        const ask = () => (from === 'servicing' ? servicing.loan('t', 'L1') : directory.person('t', 'P1'));
        await order({ from, trouble: 'down' });

        await expect(ask()).rejects.toMatchObject({
          name: 'PullTrouble',
          from,
          trouble: 'down',
          reason: 'answered 503',
        });
        await expect(ask()).resolves.toBeTypeOf('object');
      },
    );

    it.each([
      ['servicing', 'currency'],
      ['directory', 'points'],
    ] as const)(
      'is in trouble when %s talks nonsense, and names the field and what it must be',
      async (from, field) => {
        const { servicing, directory, order } = await open();
        await order({ from, trouble: 'nonsense' });

        const asked = from === 'servicing' ? servicing.loan('t', 'L1') : directory.person('t', 'P1');
        const reason = expect.stringMatching(/^must /);
        await expect(asked).rejects.toMatchObject({ name: 'PullTrouble', from, trouble: 'nonsense', field, reason });
      },
    );
  });
}

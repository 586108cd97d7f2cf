import type { ServicingPort } from '@recourse/activities/verification/servicing-port';
import { idPattern } from '@recourse/domain/case/case-id';
import { debtorRoles } from '@recourse/domain/case/debtor-roles';
import { z } from 'zod';
import { askSystem, type AskedSystem } from './ask-system.js';
import { understandAnswer } from './understand-answer.js';

const id = z.string('must be text').regex(idPattern, 'must be 1 to 64 of A-Z a-z 0-9 . _ -');
const minor = z.int('must be a whole number of minor units').min(0, 'must not be below zero').exactOptional();

const loan = z
  .object(
    {
      loanId: id,
      currency: z.string('must be text').regex(/^[A-Z]{3}$/, 'must be three capital letters'),
      debtors: z
        .array(
          z.object(
            {
              personId: id,
              role: z.enum(debtorRoles, 'must be borrower, co-borrower or guarantor'),
            },
            'must be an object',
          ),
          'must be a list',
        )
        .min(1, 'must not be empty'),
      unpaid: z.array(
        z.object(
          {
            number: z.int('must be a whole number').min(1, 'must be at least 1'),
            dueOn: z.iso.date('must be a day that exists, YYYY-MM-DD'),
            components: z.object(
              {
                principal: minor,
                interest: minor,
                penalty: minor,
                compound: minor,
                damages: minor,
                fees: minor,
                costs: minor,
              },
              'must be an object',
            ),
          },
          'must be an object',
        ),
        'must be a list',
      ),
      overdue: z.boolean('must be true or false'),
    },
    'must be an object',
  )
  .refine(({ overdue, unpaid }) => !overdue || unpaid.length > 0, {
    error: 'must name an instalment of a loan that is overdue',
    path: ['unpaid'],
  });

/** The servicing system over HTTP: `GET /loans/LOAN` (docs/data-files.md). Fields it has beyond ours are not read. */
export const httpServicing = (system: AskedSystem): ServicingPort => ({
  async loan(tenant, loanId) {
    const asked = await askSystem('servicing', system, ['loans', loanId], { tenant, unknown: 'unknown-loan' });
    return asked ? understandAnswer('servicing', loan, asked.answer) : 'unknown-loan';
  },
});

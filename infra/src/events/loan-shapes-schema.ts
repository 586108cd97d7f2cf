import { debtorRoles } from '@recourse/domain/case/debtor-roles';
import { allocationRulesSchema } from '@recourse/domain/money/allocation-rules-schema';
import { sumOf } from '@recourse/domain/money/components';
import { emptyPosition } from '@recourse/domain/money/fold-position';
import { lateChargeStatement } from '@recourse/domain/money/penalty/late-charge-statement';
import { lateChargeTermsSchema, loanCostsSchema } from '@recourse/domain/money/penalty/late-charge-terms-schema';
import { z } from 'zod';
import { components, count, currency, day, id, minor, oneOf, zone } from './event-fields.js';

/** The shapes several loan events are made of. */

/** What is said of something that is no object. */
export const object = 'must be an object';

const debtor = z.object({ personId: id, role: oneOf(debtorRoles) }, object);

export const terms = z
  .object(
    {
      version: count(1),
      product: id,
      currency,
      zone,
      jurisdiction: z.string('must be text').regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be an ISO 3166 code'),
      graceDays: count(0, 366).describe('Calendar days after the due date before any stage or contact.'),
      tolerance: minor.describe('Arrears up to this are not collected.'),
      debtors: z
        .array(debtor, 'must be a list')
        .min(1, 'must name at least one debtor')
        .max(20, 'must name at most 20 debtors'),
      startOn: day.exactOptional().describe('The day the contract was signed. No money is of an earlier day.'),
      lateCharge: lateChargeTermsSchema
        .exactOptional()
        .describe('What lateness costs (docs/explain.md). Absent: what servicing bills, and nothing else.'),
      allocation: allocationRulesSchema
        .exactOptional()
        .describe(
          'How money is allocated, every component named once (docs/explain.md). Absent: costs, interest, principal, oldest instalment first.',
        ),
      costs: loanCostsSchema
        .exactOptional()
        .describe(
          'By the plan of the contract: principal outstanding from each day on, and what it costs. Needed for a cap by yearly cost.',
        ),
    },
    object,
  )
  .superRefine(({ startOn, lateCharge, costs, currency: kept }, { addIssue }) => {
    if (lateCharge === undefined) return;
    const refuse = (path: string, message: string): void =>
      addIssue({ code: 'custom', path: path.split('.'), message, params: { cause: 'cannot-be-reckoned' } });
    if (startOn === undefined) return refuse('startOn', 'must be told: charges for lateness are reckoned from it');
    const said = lateChargeStatement(
      { terms: lateCharge, startOn, position: emptyPosition(kept), ...(costs && { costs }) },
      startOn,
    );
    if ('statement' in said) return;
    for (const { field, text } of said.refused) refuse(field.replace(/^terms\b/, 'lateCharge'), text);
  })
  .refine(({ debtors }) => new Set(debtors.map(({ personId }) => personId)).size === debtors.length, {
    error: 'names a person twice',
    path: ['debtors'],
  })
  .refine(({ debtors }) => debtors.some(({ role }) => role === 'borrower'), {
    error: 'names no borrower',
    path: ['debtors'],
  });

/** Marks a rule about amounts that must agree. */
export const sums = { params: { cause: 'sums-do-not-add-up' } };

export const instalment = z
  .object({ number: count(1), dueOn: day, due: components }, object)
  .refine(({ due }) => Number.isSafeInteger(sumOf(due)), {
    error: 'the sum of its components is too large',
    path: ['due'],
    ...sums,
  })
  .refine(({ due }) => sumOf(due) > 0, {
    error: 'the sum of its components must be above zero',
    path: ['due'],
    ...sums,
  });

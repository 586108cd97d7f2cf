import { sumOf } from '@recourse/domain/money/components';
import { z } from 'zod';
import { components, count, currency, day, id, minor, oneOf, zone } from './event-fields.js';

/** The shapes several loan events are made of. */

/** What is said of something that is no object. */
export const object = 'must be an object';

const debtor = z.object({ personId: id, role: oneOf(['borrower', 'co-borrower', 'guarantor']) }, object);

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
    },
    object,
  )
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

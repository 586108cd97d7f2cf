import { idPattern } from '@recourse/domain/case/case-id';
import { toldDay } from '@recourse/domain/contact/standing-shapes';
import { z } from 'zod';
import { strictly } from '@recourse/domain/policy/strictly';

const id = z.string('must be text').regex(idPattern, 'must be 1 to 64 of A-Z a-z 0-9 . _ -');

/** Roles that no word of the borrower gives: it would be no ground for any contact. */
const byLawAlone: ReadonlySet<string> = new Set(['guardian', 'estate', 'heir']);

/**
 * What a person is to a debtor, on whose word, and on which paper. Nobody is contacted because of an address book or a call list:
 * there is no word for one (CN-3P-2; 个人信息保护法 art. 13).
 */
export const relationSchema = strictly({
  to: id,
  role: z.enum(
    ['guarantor', 'spouse-related', 'emergency-contact', 'attorney', 'guardian', 'estate', 'heir', 'employer'],
    'must be one of guarantor, spouse-related, emergency-contact, attorney, guardian, estate, heir, employer; who owes is told by the loan',
  ),
  namedBy: z.enum(
    ['borrower', 'court', 'statute'],
    'must be borrower, court or statute: nobody is contacted because an address book, a call list or the like names them',
  ),
  document: id,
  on: toldDay,
})
  .refine(({ role, namedBy }) => role !== 'emergency-contact' || namedBy === 'borrower', {
    error: 'must be borrower: a contact person is named by the borrower and nobody else',
    path: ['namedBy'],
  })
  .refine(({ role, namedBy }) => !byLawAlone.has(role) || namedBy !== 'borrower', {
    error: 'must be court or statute: no borrower makes anybody guardian, estate or heir',
    path: ['namedBy'],
  });

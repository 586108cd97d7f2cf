import type { Terms } from './terms.js';

type DebtorRole = Terms['debtors'][number]['role'];

const all: Record<DebtorRole, true> = { borrower: true, 'co-borrower': true, guarantor: true };

/** Every role in which somebody owes, for those who read terms from outside: one that is not here is none. */
export const debtorRoles = Object.keys(all) as [DebtorRole, ...DebtorRole[]];

import { planIdOf } from '@recourse/domain/case/case-id';
import type { PermitRecord } from '../records/permit-record.js';

/**
 * The act a dial becomes, and until then its reservation in the ledgers: formed as a plan's id in round 0, which no plan has, so that
 * receipts, conclusions and audit treat it as any act.
 */
export const dialActId = (
  { permitId, covers: [first] }: Pick<PermitRecord, 'permitId' | 'covers'>,
  n: number,
): string => planIdOf(first?.caseId ?? '', 0, permitId, n);

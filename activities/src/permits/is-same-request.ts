import type { PermitRecord } from '../records/permit-record.js';
import type { PermitRequest } from './permit-store.js';

/** Whether a permit was granted for this very request: one whose answer was lost is asked again word for word. */
export function isSameRequest(before: PermitRecord, request: PermitRequest): boolean {
  const { asked, holder, purpose, channel, placementId } = before;
  return (
    asked !== undefined &&
    holder.kind === request.holder.kind &&
    holder.id === request.holder.id &&
    purpose === request.purpose &&
    channel === request.channel &&
    placementId === request.placementId &&
    asked.personId === request.personId &&
    asked.pointId === request.pointId &&
    asked.minutes === request.minutes &&
    asked.dials === request.dials &&
    listed(asked.loans) === listed(request.loans)
  );
}

const listed = (loans: readonly string[]): string => loans.toSorted().join();

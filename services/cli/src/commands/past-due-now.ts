import type { Instant } from '@recourse/domain/calendar/instant';
import { localDay } from '@recourse/domain/calendar/local-time';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { bucketOf, dpdOn } from '@recourse/domain/money/arrears';

export type PastDue = { dpd: number; bucket: string };

/**
 * Days past due of an open case on the loan's own day at `now`: what the case has noted is of a turn, and days pass without one.
 * A closed case stays as it was noted last.
 */
export function pastDueNow(
  { noted, status, zone }: Pick<CollectionCase, 'noted' | 'status' | 'zone'>,
  now: Instant,
): PastDue {
  const { oldestUnpaidDueOn, dpd: dpdNoted, bucket } = noted;
  if (status === 'closed') return { dpd: dpdNoted, bucket };
  const dpd = dpdOn(oldestUnpaidDueOn, localDay(now, zone));
  return { dpd, bucket: bucketOf(dpd) };
}

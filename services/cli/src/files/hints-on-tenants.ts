import type { FileEvent } from './read-event-file.js';

/** Events of tenants other than the one that commands speak of (RECOURSE_TENANT): `case list` would not show what becomes of them. */
export function hintsOnTenants(events: readonly Pick<FileEvent, 'event'>[], tenant: string): string[] {
  const others = new Map<string, number>();
  for (const { event } of events)
    if (event.tenant !== tenant) others.set(event.tenant, (others.get(event.tenant) ?? 0) + 1);
  return [...others].map(
    ([other, count]) =>
      `note: ${count} of ${events.length} are of tenant ${other}, commands speak of ${tenant} (RECOURSE_TENANT=${other} makes them speak of ${other})`,
  );
}

import type { CreditorChange } from './creditor-change.js';

/**
 * Whom the debtor owes by the changes told of: of those whose notice is proved the latest assignment, and of several of one day the one notified
 * last; one that is not notified binds nobody yet (民法典 art. 546, CN-LIM-8). `changed: false`: whoever lent. `to` absent: two are told of one day,
 * notified on one day, and which is the later nobody says.
 */
export const creditorNow = (
  changes: readonly CreditorChange[] = [],
): { changed: false } | { changed: true; to?: string } => {
  const notified = changes.flatMap(({ to, on, notifiedOn }) =>
    notifiedOn === undefined ? [] : [{ to, when: `${on} ${notifiedOn}` }],
  );
  const last = notified
    .map(({ when }) => when)
    .toSorted()
    .at(-1);
  if (last === undefined) return { changed: false };
  const [to, ...others] = new Set(notified.flatMap((each) => (each.when === last ? [each.to] : [])));
  return { changed: true, ...(to !== undefined && others.length === 0 && { to }) };
};

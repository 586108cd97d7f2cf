import type { Day } from '../../calendar/day.js';
import type { CreditorChange } from '../creditor-change.js';
import { creditorNow } from '../creditor-now.js';

/** A change of creditor as it stood on a day; `unclear`: another is told of the same day and notice. Without `notifiedOn` the debtor was not notified by then. */
export type ExplainedCreditor = Pick<CreditorChange, 'to' | 'on' | 'notifiedOn'> & {
  standing: 'creditor' | 'former' | 'not-notified' | 'unclear';
};

const onlyUntil = ({ notifiedOn, ...change }: CreditorChange, asOf: Day): CreditorChange => ({
  ...change,
  ...(notifiedOn !== undefined && notifiedOn <= asOf && { notifiedOn }),
});

/** The changes of creditor until the end of a day, oldest first, and which of them is to whom the debtor owes. */
export const explainCreditors = (changes: readonly CreditorChange[] = [], asOf: Day): ExplainedCreditor[] => {
  const then = changes.filter(({ on }) => on <= asOf).map((change) => onlyUntil(change, asOf));
  const now = creditorNow(then);
  const is = now.changed ? now.to : undefined;
  const last = then
    .flatMap(({ on, notifiedOn }) => (notifiedOn === undefined ? [] : [`${on} ${notifiedOn}`]))
    .toSorted()
    .at(-1);
  const standing = ({ to, on, notifiedOn }: CreditorChange): ExplainedCreditor['standing'] => {
    if (notifiedOn === undefined) return 'not-notified';
    if (`${on} ${notifiedOn}` !== last) return 'former';
    return to === is ? 'creditor' : 'unclear';
  };
  return then
    .toSorted((a, b) => (a.on === b.on ? (a.changeId < b.changeId ? -1 : 1) : a.on < b.on ? -1 : 1))
    .map((change) => {
      const { to, on, notifiedOn } = change;
      return { to, on, ...(notifiedOn !== undefined && { notifiedOn }), standing: standing(change) };
    });
};

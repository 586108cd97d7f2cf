/** In which order a contract pays components from so many days past due on. `orders`: of what is past due and of what is due, where they differ; `walked`: oldest instalment first, in one order. */
export type AgreedRow = { fromDpd: number; orders: readonly (readonly string[])[]; walked: boolean };

type Lane = { when: string[]; components: string[]; by: string; first: string };

/** The orders a contract agreed on, in the words of the event: one list of components, or rows by days past due. */
export const agreedRows = (allocation: unknown): AgreedRow[] => {
  if (Array.isArray(allocation)) return [{ fromDpd: 0, orders: [allocation as string[]], walked: true }];
  const { rows } = allocation as { rows: { fromDpd: number; order: Lane[] }[] };
  return rows
    .map(({ fromDpd, order }) => ({
      fromDpd,
      orders: ['past-due', 'due'].map((timing) =>
        order.flatMap(({ when, components }) => (when.includes(timing) ? components : [])),
      ),
      walked:
        order.length === 1 &&
        order.every(
          ({ when, by, first }) =>
            when.toSorted().join() === 'due,past-due' && by === 'instalment' && first === 'oldest',
        ),
    }))
    .toSorted((a, b) => a.fromDpd - b.fromDpd);
};

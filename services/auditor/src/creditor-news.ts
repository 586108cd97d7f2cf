/** A change of creditor as an event tells it, once more when the notice to the debtor is proved. */
export type CreditorNews = { news: 'creditor'; changeId: string; to: string; on: string; notifiedOn?: string };

export const creditorIn = ({ changeId, to, on, notifiedOn }: Record<string, unknown>): CreditorNews => ({
  news: 'creditor',
  changeId: String(changeId),
  to: String(to),
  on: String(on),
  ...(notifiedOn !== undefined && { notifiedOn: notifiedOn as string }),
});

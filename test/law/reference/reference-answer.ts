/** What the reference checker says of one rule that bears on a contact. */
export type ReferenceAnswer = { rule: string; says: 'allow' | 'defer' | 'refuse' };

export type Severity = ReferenceAnswer['says'];

const order: readonly Severity[] = ['allow', 'defer', 'refuse'];

/** 0 allow, 1 defer, 2 refuse. */
export const severity = (says: Severity): number => order.indexOf(says);

/** What can be agreed beyond a promise (closed): 还款协议, 延期还款, 困难帮扶, 减免结清. */
export const arrangementKinds = ['repayment-plan', 'deferral', 'hardship', 'settlement'] as const;
export type ArrangementKind = (typeof arrangementKinds)[number];

/** Who may agree to how much, in rising order. */
export const authorities = ['collector', 'supervisor', 'manager'] as const;
export type Authority = (typeof authorities)[number];

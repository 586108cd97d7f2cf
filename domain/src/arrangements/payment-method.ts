/** The ways in which servicing tells of money (closed), as in `payment-received`. */
export const paymentMethods = ['transfer', 'direct-debit', 'card', 'wallet', 'cash'] as const;

export type PaymentMethod = (typeof paymentMethods)[number];

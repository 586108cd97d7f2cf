/**
 * What a partner did that it had no leave for (closed). `contact-without-permit`: it contacted somebody and no dial of a permit was let go for it;
 * `complaint-upheld`: somebody complained about it and was right.
 */
export type BreachKind = 'contact-without-permit' | 'complaint-upheld';

/** `actId`: what was done, as it was recorded; of a complaint the work of answering it; `placementId`: by whoever the loan was placed with then. */
export type Breach = { kind: BreachKind; actId: string; placementId: string };

/** What a partner did that it had no leave for (closed). `contact-without-permit`: it contacted somebody and no dial of a permit was let go for it. */
export type BreachKind = 'contact-without-permit';

/** `actId`: what was done, as it was recorded; `placementId`: by whoever the loan was placed with then. */
export type Breach = { kind: BreachKind; actId: string; placementId: string };

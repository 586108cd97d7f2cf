import type { AgreedTime, InconvenientTime } from '@recourse/domain/contact/standing-of-person';

/** Agreed times that touch no time said elsewhere to be inconvenient: what the person agreed to under one name lifts no wish told under another. */
export const withoutInconvenient = (
  agreed: readonly AgreedTime[],
  inconvenient: readonly InconvenientTime[],
): AgreedTime[] => agreed.filter(({ from, to }) => inconvenient.every((other) => to <= other.from || other.to <= from));

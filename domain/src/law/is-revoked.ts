import type { GateAsk } from '../contact/gate-ask.js';
import { isSameMedium } from '../contact/purpose-scope.js';
import type { Consent } from '../contact/standing-of-person.js';

/** Whether an opt-out of the medium, given with or after a ground, has ended it for this contact: whatever the contact is for (47 CFR 64.1200(a)(10)). */
export const isRevoked = (ground: Pick<Consent, 'at'>, { attempt, person }: GateAsk): boolean =>
  person.standing.optOuts.some(
    ({ channel, pointId, at }) =>
      ground.at <= at &&
      at <= attempt.at &&
      (channel === undefined || isSameMedium(channel, attempt.channel)) &&
      (pointId === undefined || pointId === attempt.pointId),
  );

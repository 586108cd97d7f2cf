import type { Channel, Purpose } from '../contact/channel.js';

/** A planned act; its details stay in the case, the workflow sees only `kind`. */
export type Act =
  | { kind: 'send-reminder'; purpose: Purpose; channel: Channel; personId: string; pointId: string; template: string }
  | {
      kind: 'send-notice';
      purpose: Purpose;
      channel: Channel;
      personId: string;
      pointId: string;
      template: string;
      notice: string;
    }
  | { kind: 'place-call'; purpose: Purpose; by: 'desk' | 'dialler' | 'voice-bot'; personId: string; pointId: string }
  | { kind: 'arrange-visit'; personId: string; pointId: string }
  | { kind: 'place-with-agency'; agencyId: string }
  | { kind: 'recall-from-agency'; agencyId: string; placementId: string }
  | { kind: 'refer-to-legal'; firmId: string }
  | { kind: 'withdraw-from-legal'; firmId: string; placementId: string }
  /** Asks servicing and the directory about the loan and its people: a contact with nobody. */
  | { kind: 'verify-loan' };

export type ActKind = Act['kind'];

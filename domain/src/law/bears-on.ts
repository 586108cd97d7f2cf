import type { Channel, Purpose } from '../contact/channel.js';
import type { GateAsk } from '../contact/gate-ask.js';
import type { Party } from '../contact/party.js';
import type { PlaceType } from '../contact/ledger-entry.js';

type Scope = {
  channels: readonly Channel[];
  purposes: readonly Purpose[];
  parties?: readonly Party[] | undefined;
  placeTypes?: readonly PlaceType[] | undefined;
};

type Described = { channel: Channel; purpose: Purpose; party?: Party | undefined; placeType?: PlaceType | undefined };

/** Whether a rule of that scope speaks of such a contact. A party or place nobody told us is taken as one of those meant. */
export const bearsOn = (scope: Scope, { channel, purpose, party, placeType }: Described): boolean =>
  scope.channels.includes(channel) &&
  scope.purposes.includes(purpose) &&
  (scope.parties === undefined || party === undefined || scope.parties.includes(party)) &&
  (scope.placeTypes === undefined || placeType === undefined || scope.placeTypes.includes(placeType));

/** The contact that is asked about, as rules describe contacts. Written out: a copy of the whole attempt for each rule costs more than the rule. */
export const contactAsked = ({ attempt, person, point }: GateAsk): Described => ({
  channel: attempt.channel,
  purpose: attempt.purpose,
  party: person.party,
  placeType: point?.placeType,
});

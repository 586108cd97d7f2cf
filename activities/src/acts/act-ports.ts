import type { Strategy } from '@recourse/domain/strategy/strategy';
import type { Clock } from '../clock/clock.js';
import type { BeginRules } from '../contact/begin-rules.js';
import type { AgencyPort, LawFirmPort, MessageChannel, PointVault } from '../contact/channels.js';
import type { ContactStore } from '../contact/contact-store.js';
import type { Doorbell } from '../doorbell.js';

/** What the acts need of the world. `rules` may be whole `Policies` with the templates beside them. */
export type ActPorts = {
  contacts: ContactStore;
  messages: MessageChannel;
  agency: AgencyPort;
  lawFirm: LawFirmPort;
  vault: PointVault;
  clock: Clock;
  doorbell: Doorbell;
  rules: BeginRules & { strategiesByHash: ReadonlyMap<string, Strategy> };
  /** Waits, in wall time. */
  pause(ms: number): Promise<unknown>;
};

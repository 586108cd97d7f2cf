import type { Strategy } from '@recourse/domain/strategy/strategy';
import type { Clock } from '../clock/clock.js';
import type { BeginRules } from '../contact/begin-rules.js';
import type { ProviderPorts } from '../contact/ask-provider.js';
import type { PointVault } from '../contact/channels.js';
import type { ContactStore } from '../contact/contact-store.js';
import type { Doorbell } from '../doorbell.js';
import type { VerificationPorts } from '../verification/verification-ports.js';

/** What the acts need of the world. `rules` may be whole `Policies` with the templates beside them. */
export type ActPorts = ProviderPorts & {
  contacts: ContactStore;
  vault: PointVault;
  clock: Clock;
  doorbell: Doorbell;
  /** Absent: nothing is pulled, and no case plans it. */
  verification?: VerificationPorts;
  rules: BeginRules & { strategiesByHash: ReadonlyMap<string, Strategy> };
  /** Waits, in wall time. */
  pause(ms: number): Promise<unknown>;
};

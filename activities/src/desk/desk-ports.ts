import type { Clock } from '../clock/clock.js';
import type { DeskRules } from '../contact/begin-rules.js';
import type { PointVault } from '../contact/channels.js';
import type { ContactStore } from '../contact/contact-store.js';
import type { Doorbell } from '../doorbell.js';
import type { TaskStore } from './task-store.js';

/** What the desk's use cases need of the world. */
export type DeskPorts = {
  tasks: TaskStore;
  contacts: ContactStore;
  vault: PointVault;
  clock: Clock;
  doorbell: Doorbell;
  rules: DeskRules;
  pause(ms: number): Promise<unknown>;
};

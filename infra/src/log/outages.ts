import type { ServiceLog } from './service-log.js';

/** Tells the log of systems beside ours: once when one is in trouble, again when the trouble is another, and when it works again. */
export type Outages = {
  /** `reason`: a reply code or the like, never personal data. `lookAt`: settings that may be wrong. */
  trouble(of: string, reason: string, lookAt?: string): void;
  works(of: string): void;
};

export function outages(log: Pick<ServiceLog, 'warn' | 'info'>): Outages {
  const now = new Map<string, string>();
  return {
    trouble(of, reason, lookAt) {
      if (now.get(of) === reason) return;
      now.set(of, reason);
      log.warn({ of, reason, ...(lookAt !== undefined && { lookAt }) }, `${of} is in trouble: ${reason}`);
    },
    works(of) {
      if (now.delete(of)) log.info({ of }, `${of} works again`);
    },
  };
}

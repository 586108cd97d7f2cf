import { isOurs } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { finding, unchecked, type Finding } from '../finding.js';
import { logBegins } from '../log-begins.js';

/** Outcomes that only something that was sent can have. What failed may have been refused, and of what is unknown nobody can say. */
const reached = new Set(['delivered', 'done', 'answered']);

/** Every act that a provider took, by our records, is in the provider's own, where it keeps one. */
export const unsentAttempts = ({ acts, outside, unlogged }: Evidence): Finding => {
  if (!outside) return unchecked('unsent-attempts');
  const there = new Set(outside.received.map(({ id }) => id));
  const since = logBegins(outside);
  const missing = acts.filter(
    (act) =>
      isOurs(act) &&
      wasTaken(act) &&
      !unlogged.includes(act.channel) &&
      since !== undefined &&
      act.begunAt >= since &&
      !there.has(act.id),
  );
  return finding(
    'unsent-attempts',
    missing.map(({ id, kind }) => `${kind} ${id} is in nobody's log but ours`),
  );
};

/** Of a permit's dial we know that it was let go; that it was made only when its holder told of it. */
export const wasTaken = ({ acceptedAt, permitId, result = '' }: AuditedAct): boolean =>
  (acceptedAt !== undefined && permitId === undefined) || reached.has(result);

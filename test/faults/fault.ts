export const services = ['worker', 'ingest', 'relay'] as const;
export const servers = ['kafka', 'mongo', 'temporal'] as const;
export const lines = ['kafka', 'mongo', 'temporal', 'providers'] as const;
export const providerTroubles = ['timeout-after-send', 'unavailable', 'no-receipt', 'fail'] as const;
export const channels = ['sms', 'voice-bot', 'dialler', 'letter'] as const;

export type ServiceName = (typeof services)[number];
export type ServerName = (typeof servers)[number];
export type LineName = (typeof lines)[number];

/** Something that goes wrong. */
export type Trouble =
  | { kind: 'kill' | 'pause'; who: ServiceName | ServerName }
  /** A running workflow is set back to one of its tasks, or ended. `pick` chooses among those there are. */
  | { kind: 'reset-workflow' | 'terminate-workflow'; pick: number }
  /** The Temporal server comes back with an empty store. */
  | { kind: 'temporal-lost' }
  | { kind: 'cut' | 'silent' | 'slow' | 'lost-answers'; line: LineName }
  | { kind: 'provider-trouble'; channel: (typeof channels)[number]; hazard: (typeof providerTroubles)[number] }
  /** Servicing sends what it has sent before once more. */
  | { kind: 'doubled-events' }
  /** A second ingest comes and goes. */
  | { kind: 'rebalance' };

/** When it begins: once the clock has stopped at so many instants, and so much wall time later; and how long it lasts, wall time. */
export type Fault = Trouble & { afterInstants: number; afterMs: number; lastingMs: number };

export function nameOf(fault: Trouble): string {
  switch (fault.kind) {
    case 'kill':
    case 'pause':
      return `${fault.kind} ${fault.who}`;
    case 'cut':
    case 'silent':
    case 'slow':
    case 'lost-answers':
      return `${fault.kind} ${fault.line}`;
    case 'provider-trouble':
      return `${fault.channel} ${fault.hazard}`;
    case 'reset-workflow':
    case 'terminate-workflow':
    case 'temporal-lost':
    case 'doubled-events':
    case 'rebalance':
      return fault.kind;
    default:
      return fault satisfies never;
  }
}

import { type logCreator, logLevel } from 'kafkajs';
import type { KafkaLog, LogLevel } from './kafka-log.js';

/** Part of an ordinary start or hand-over: a group's first join, a rebalance, a topic created a moment ago. kafkajs retries each of them. */
const ordinary = [
  /group coordinator is not available/i,
  /coordinator is loading/i,
  /not the correct coordinator/i,
  /group is rebalancing/i,
  /rebalance/i,
  /leadership election/i,
  /no leader for this topic-partition/i,
];

const sayAgainAfterMs = 10_000;

/**
 * kafkajs logs whatever it will retry as ERROR; our ERROR means someone must act now.
 * So its errors become warnings (the adapter itself reports a crash as error), the same one at most every 10 s, and its chatter becomes debug.
 */
export function calmKafkajsLog(log: KafkaLog, now: () => number = Date.now): logCreator {
  const said = new Map<string, number>();

  function isRepeated(text: string): boolean {
    const at = now();
    if (at - (said.get(text) ?? -Infinity) < sayAgainAfterMs) return true;
    // Texts name topics and brokers, not records: few, but not bounded by anything of ours.
    if (said.size > 1_000) said.clear();
    said.set(text, at);
    return false;
  }

  return () => (entry) => {
    const { message, timestamp: _timestamp, logger: _logger, stack: _stack, ...rest } = entry.log;
    const error = rest['error'];
    const text = `${message} ${typeof error === 'string' ? error : ''}`;
    const quiet = entry.level > logLevel.WARN || ordinary.some((known) => known.test(text)) || isRepeated(text);
    const level: LogLevel = quiet ? 'debug' : 'warn';
    log(level, `kafkajs: ${message}`, { namespace: entry.namespace, ...rest });
  };
}

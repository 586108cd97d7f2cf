/** How to reach a Kafka cluster. Credentials come from configuration, never from files of this repository. */
export interface KafkaSettings {
  /** `host:port`, at least one. */
  readonly brokers: readonly string[];
  /** Names this process in the broker's logs and quotas. */
  readonly clientId: string;
  /** `true`: the system's certificate authorities; PEM texts for one's own. */
  readonly tls?: true | { readonly ca?: string; readonly cert?: string; readonly key?: string };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** After so long without a heartbeat the broker gives a member's partitions away: the longest wait after a killed process. Default 10 000 ms; the broker may demand 6 000 or more. */
  readonly sessionTimeoutMs?: number;
}

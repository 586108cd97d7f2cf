/** The log of facts, as this project needs it: Kafka in production, a fake in unit tests, both held to `test/contracts/event-bus.contract.ts`. */
export interface EventBus {
  /** Connects on first use. One producer keeps the order of its own sends; two producers have no order between them. */
  producer(): BusProducer;
  /** One member of a consumer group. Nothing is read before `start`. */
  consumer(opts: ConsumerOpts): BusConsumer;
  admin(): BusAdmin;
  health(): BusHealth;
  /** Stops every consumer (5 s to finish the record in hand), then closes producers and admin. Safe to call twice. */
  close(): Promise<void>;
}

export interface OutRecord {
  readonly topic: string;
  /** Decides the partition: records of one key keep their order. See `event-keys.ts`. */
  readonly key: string;
  readonly value: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** Wall clock of sending when absent. Brokers expire records by it, so never the instant of a test clock. */
  readonly timestampMs?: number;
}

export interface Receipt {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

export interface BusProducer {
  /**
   * Resolves once every in-sync replica holds every record; receipts are in the order of the records.
   * Throws on trouble: some of the records may then be on the log, so sending again may double them (readers drop a known event id).
   * An aborted signal stops between chunks of at most 500 records, never inside one.
   */
  send(records: readonly OutRecord[], signal?: AbortSignal): Promise<readonly Receipt[]>;
  close(): Promise<void>;
}

export interface InRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | null;
  /** The bytes as sent; null is a tombstone. */
  readonly value: Uint8Array | null;
  /** Read as UTF-8; of a repeated header the last value. */
  readonly headers: Readonly<Record<string, string>>;
  readonly timestampMs: number;
}

/** `ack`: never hand it out again. `retryAfterMs`: pause this partition so long, then hand out the same record again. */
export type Outcome = 'ack' | { readonly retryAfterMs: number };

export interface HandlingContext {
  /** Tells the group we are alive. The bus does so by itself while a handler runs. */
  heartbeat(): Promise<void>;
  /** Aborted when the outcome no longer counts: the partition went to another member, or `stop` ran out of time. */
  readonly signal: AbortSignal;
  /** 1 on the first try in this member, one more for every retry of the same record. */
  readonly attempt: number;
}

export interface Trouble {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly attempt: number;
  readonly retryInMs: number;
  readonly error: unknown;
}

export interface ConsumerOpts {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** How many partitions are handled at once; one partition is always handled one record at a time, in order. */
  readonly partitionConcurrency: number;
  /** Where a group that has committed nothing starts: at the oldest record, or after the newest. */
  readonly fromBeginning: boolean;
  /**
   * At least once: after a crash, a rebalance or a stop the same record may come again, to another member, even while
   * this call is still running. A throw is trouble of ours: the partition is paused and the same record handed out again
   * after 100 ms, doubling up to 10 s, for ever; records behind it wait, other partitions go on.
   */
  handle(record: InRecord, context: HandlingContext): Promise<Outcome>;
  onTrouble?(trouble: Trouble): void;
}

/** `crashed` is final: the member reads no more and its process should end and be started again. */
export type ConsumerState = 'running' | 'rebalancing' | 'crashed' | 'stopped';

export interface BusConsumer {
  /** Resolves when the member has joined its group; throws, stopped, when it cannot. A member starts once. */
  start(): Promise<void>;
  /** Takes no further record in any partition; the one in hand is finished. Membership is kept. */
  pause(): void;
  resume(): void;
  /** Takes no further record, waits at most `deadlineMs` for those in hand, commits what was acked, leaves the group. */
  stop(deadlineMs: number): Promise<void>;
  /** Records not yet committed by this group, by `topic/partition`. */
  lag(): Promise<Readonly<Record<string, bigint>>>;
  onState(callback: (state: ConsumerState, because?: string) => void): void;
}

/** By partition number. */
export type PartitionOffsets = Readonly<Record<number, bigint>>;

export interface TopicSpec {
  readonly topic: string;
  readonly partitions: number;
  /** The broker's default when absent. */
  readonly replication?: number;
  /** Broker settings of the topic, such as `min.insync.replicas`. */
  readonly config?: Readonly<Record<string, string>>;
}

export interface BusAdmin {
  /** Creates what is missing, leaves what exists as it is, resolves when every topic can be written; returns the names created. */
  createTopics(topics: readonly TopicSpec[]): Promise<readonly string[]>;
  deleteTopics(topics: readonly string[]): Promise<void>;
  /** Per partition the offset the next record will get: 0 when empty. Throws for an unknown topic. */
  endOffsets(topic: string): Promise<PartitionOffsets>;
  /** Per partition the next offset the group would read; a partition it never committed is absent. */
  committedOffsets(groupId: string, topic: string): Promise<PartitionOffsets>;
  /** Records with `from <= offset < to` (fewer when the log no longer or not yet has them), without any group. */
  readRange(topic: string, partition: number, from: bigint, to: bigint): Promise<readonly InRecord[]>;
}

export interface BusHealth {
  readonly ok: boolean;
  readonly consumers: readonly { readonly groupId: string; readonly state: ConsumerState; readonly silentMs: number }[];
}

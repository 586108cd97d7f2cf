export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Where the adapter reports. Fields never hold record keys or values. */
export type KafkaLog = (level: LogLevel, message: string, fields: Readonly<Record<string, unknown>>) => void;

import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Trouble } from './trouble.js';

const hostPort = /^(\[[0-9a-f:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/i;
const needed = { error: (issue: { input?: unknown }) => (issue.input === undefined ? 'is not set' : 'is not text') };
const flag = z.enum(['true', 'false'], 'must be true or false').default('false');
const tenant = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, underscores or hyphens');

const settings = z.object({
  MONGODB_URI: z.string(needed).regex(/^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/, 'must be mongodb://HOST/DATABASE'),
  KAFKA_BROKERS: z
    .string(needed)
    .transform((list) => list.split(',').map((broker) => broker.trim()))
    .refine(
      (brokers) => brokers.every((broker) => hostPort.test(broker)),
      'must be host:port, several separated by commas',
    ),
  KAFKA_SSL: flag,
  KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'], 'must be plain, scram-sha-256 or scram-sha-512')
    .optional(),
  KAFKA_SASL_USERNAME: z.string().default(''),
  KAFKA_SASL_PASSWORD: z.string().default(''),
  TEMPORAL_ADDRESS: z.string(needed).regex(hostPort, 'must be host:port'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_TLS: flag,
  TEMPORAL_API_KEY: z.string().optional(),
  RECOURSE_SANDBOX_URL: z.url({ protocol: /^https?$/, error: 'must be an http address' }).optional(),
  RECOURSE_SMTP_URL: z.string().optional(),
  RECOURSE_UNLOGGED_CHANNELS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((channel) => channel.trim() || []))
    .refine(
      (channels) => channels.every((channel) => /^[a-z-]+$/.test(channel)),
      'must be channels, separated by commas',
    ),
  RECOURSE_TENANT: tenant.default('demo'),
  RECOURSE_POLICIES: z.string().optional(),
});

export type Settings = {
  tenant: string;
  mongoUri: string;
  kafka: {
    brokers: string[];
    ssl: boolean;
    sasl?: { mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string };
  };
  temporal: { address: string; namespace: string; tls: boolean; apiKey?: string };
  /** Absent: what the outside world saw is not asked for. */
  sandboxUrl?: string;
  /** Channels whose providers keep no receive log: those named, and e-mail where a mail server of the lender's own has it. */
  unlogged: string[];
  /** Folder of the policy files; absent: that of this repository. */
  policies?: string;
};
export type Asked = { settings: Settings; json: boolean; lang: 'en' | 'zh' };

/**
 * Environment and arguments. `SANDBOX_URL` is another name of `RECOURSE_SANDBOX_URL`; `--tenant` goes before `RECOURSE_TENANT`.
 * @throws Trouble naming every fault at once
 */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Asked {
  const flags = readFlags(args);
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const sandbox = given['RECOURSE_SANDBOX_URL'] ?? given['SANDBOX_URL'];
  const read = settings.safeParse({ ...given, ...(sandbox && { RECOURSE_SANDBOX_URL: sandbox }) });
  const faults = read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  if (flags.tenant !== undefined && !tenant.safeParse(flags.tenant).success)
    faults.push('--tenant must be 1 to 64 letters, digits, dots, underscores or hyphens');
  if (flags.lang !== 'en' && flags.lang !== 'zh') faults.push('--lang must be en or zh');
  if (!read.success || faults.length > 0) throw new Trouble(faults.join('\n'));

  const set = read.data;
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = set;
  return {
    json: flags.json,
    lang: flags.lang === 'zh' ? 'zh' : 'en',
    settings: {
      tenant: flags.tenant ?? set.RECOURSE_TENANT,
      mongoUri: set.MONGODB_URI,
      kafka: {
        brokers: set.KAFKA_BROKERS,
        ssl: set.KAFKA_SSL === 'true',
        ...(mechanism && { sasl: { mechanism, username, password } }),
      },
      temporal: {
        address: set.TEMPORAL_ADDRESS,
        namespace: set.TEMPORAL_NAMESPACE,
        tls: set.TEMPORAL_TLS === 'true' || set.TEMPORAL_API_KEY !== undefined,
        ...(set.TEMPORAL_API_KEY && { apiKey: set.TEMPORAL_API_KEY }),
      },
      ...(set.RECOURSE_SANDBOX_URL && { sandboxUrl: set.RECOURSE_SANDBOX_URL.replace(/\/$/, '') }),
      unlogged: [...new Set([...set.RECOURSE_UNLOGGED_CHANNELS, ...(set.RECOURSE_SMTP_URL ? ['email'] : [])])],
      ...(set.RECOURSE_POLICIES && { policies: set.RECOURSE_POLICIES }),
    },
  };
}

function readFlags(args: readonly string[]): { tenant?: string; json: boolean; lang: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        tenant: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
      },
    });
    return values;
  } catch (error) {
    throw new Trouble(error instanceof Error ? error.message : String(error));
  }
}

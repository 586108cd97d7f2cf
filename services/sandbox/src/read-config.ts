import { z } from 'zod';

export type SandboxConfig = {
  brokers: string[];
  /** 0: any free one. */
  port: number;
  clock: 'test' | 'real';
  ssl: boolean;
  /** How agencies ask for permits: the lender's address and each agency's key; absent: they do not dial. */
  permits?: { url: string; keys: ReadonlyMap<string, string> };
  sasl?: { mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string };
};

const settings = z.object({
  KAFKA_BROKERS: z
    .string('is not set')
    .transform((list) => list.split(',').map((broker) => broker.trim()))
    .refine(
      (brokers) => brokers.every((broker) => /^(\[[0-9a-f:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/i.test(broker)),
      'must be host:port, several separated by commas',
    ),
  PORT: z.coerce
    .number('must be a port')
    .int('must be a port')
    .min(0, 'must be a port')
    .max(65_535, 'must be a port')
    .default(0),
  SANDBOX_CLOCK: z.enum(['test', 'real'], 'must be test or real').default('test'),
  RECOURSE_API_URL: z.url({ protocol: /^https?$/, error: 'must be an http address' }).optional(),
  SANDBOX_AGENCY_KEYS: z
    .string()
    .regex(
      /^[A-Za-z0-9._-]{1,64}:[\x21-\x2b\x2d-\x7e]+(,[A-Za-z0-9._-]{1,64}:[\x21-\x2b\x2d-\x7e]+)*$/,
      'must be AGENCY:KEY, several separated by commas',
    )
    .optional(),
  KAFKA_SSL: z.enum(['true', 'false'], 'must be true or false').default('false'),
  KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'], 'must be plain, scram-sha-256 or scram-sha-512')
    .optional(),
  KAFKA_SASL_USERNAME: z.string().default(''),
  KAFKA_SASL_PASSWORD: z.string().default(''),
});

/** An empty variable counts as not set. @throws Error naming every faulty variable, never its value */
export function readConfig(env: NodeJS.ProcessEnv): SandboxConfig {
  const read = settings.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `  ${path.map(String).join('.')}: ${message}`);
    throw new Error(['the settings are not usable:', ...faults].join('\n'));
  }
  const set = read.data;
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = set;
  return {
    brokers: set.KAFKA_BROKERS,
    port: set.PORT,
    clock: set.SANDBOX_CLOCK,
    ...(set.RECOURSE_API_URL && { permits: { url: set.RECOURSE_API_URL, keys: keysOf(set.SANDBOX_AGENCY_KEYS) } }),
    ssl: set.KAFKA_SSL === 'true',
    ...(mechanism && { sasl: { mechanism, username, password } }),
  };
}

const keysOf = (listed = ''): Map<string, string> =>
  new Map(
    listed
      .split(',')
      .filter(Boolean)
      .map((each): [string, string] => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 1)]),
  );

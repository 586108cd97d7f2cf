import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError, type ConfigFault } from './config-error.js';
import { partnerKeys, type PartnerKey } from './partner-keys.js';
import { urlFault } from './url-fault.js';
import { isLoopback } from './is-loopback.js';

export type Config = {
  temporal: {
    address: string;
    namespace: string;
    /** Present: the connection is encrypted; the pair is a client certificate. */
    tls?: { serverRootCA?: Buffer; clientCertPair?: { crt: Buffer; key: Buffer } };
    apiKey?: string;
  };
  kafka: {
    brokers: string[];
    ssl: boolean;
    sasl?: { mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string };
  };
  mongo: { uri: string };
  /** Key-encryption key: 64 hex digits. */
  kekHex: string;
  tenant: string;
  /** Base URL of the sandbox, where one plays the world outside. */
  sandboxUrl?: string;
  /** Where loans and persons are asked after at intake; absent: nothing is pulled. */
  servicing?: { url: string; token?: string };
  directory?: { url: string; token?: string };
  /** Where e-mail goes; absent: to the sandbox. */
  smtp?: { url: string; from: string };
  /** Where the API listens (port 0: any free one), and whose keys it knows. */
  api: { host: string; port: number; keys: PartnerKey[] };
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
};

const hostPort = /^(\[[0-9a-f:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/i;
const needed = { error: (issue: { input?: unknown }) => (issue.input === undefined ? 'is not set' : 'is not text') };
const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
const file = z
  .string()
  .refine(existsSync, 'names a file that does not exist')
  .transform((path) => readFileSync(path));

const urlOf = (parts: Parameters<typeof urlFault>[1]) =>
  z.string().superRefine((text, context) => {
    const message = urlFault(text, parts);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
const address = urlOf({ protocols: ['http:', 'https:'], must: 'must be an http address', path: true }).transform(
  (url) => url.replace(/\/+$/, ''),
);
const token = z.string().regex(/^[\x21-\x7e]+$/, 'must be printable and without spaces');

const settings = z.object({
  TEMPORAL_ADDRESS: z.string(needed).regex(hostPort, 'must be host:port'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_TLS: flag.default(false),
  TEMPORAL_TLS_CA: file.optional(),
  TEMPORAL_TLS_CERT: file.optional(),
  TEMPORAL_TLS_KEY: file.optional(),
  TEMPORAL_API_KEY: z.string().optional(),
  KAFKA_BROKERS: z
    .string(needed)
    .transform((list) => list.split(',').map((broker) => broker.trim()))
    .refine(
      (brokers) => brokers.every((broker) => hostPort.test(broker)),
      'must be host:port, several separated by commas',
    ),
  KAFKA_SSL: flag.default(false),
  KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'], 'must be plain, scram-sha-256 or scram-sha-512')
    .optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  MONGODB_URI: z.string(needed).regex(/^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/, 'must be mongodb://HOST/DATABASE'),
  RECOURSE_KEY: z.string(needed).regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits'),
  RECOURSE_TENANT: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, underscores or hyphens')
    .default('demo'),
  RECOURSE_SANDBOX_URL: z.url({ protocol: /^https?$/, error: 'must be an http address' }).optional(),
  RECOURSE_SERVICING_URL: address.optional(),
  RECOURSE_SERVICING_TOKEN: token.optional(),
  RECOURSE_DIRECTORY_URL: address.optional(),
  RECOURSE_DIRECTORY_TOKEN: token.optional(),
  RECOURSE_API_HOST: z.string().default('127.0.0.1'),
  RECOURSE_API_PORT: z.coerce
    .number('must be a port')
    .int('must be a port')
    .min(0, 'must be a port')
    .max(65_535, 'must be a port')
    .default(0),
  RECOURSE_PARTNER_KEYS: partnerKeys.default([]),
  RECOURSE_STAFF_URL: z.url({ protocol: /^https?$/, error: 'must be an http address' }).optional(),
  RECOURSE_LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
  RECOURSE_SMTP_URL: urlOf({
    protocols: ['smtp:', 'smtps:'],
    must: 'must be an smtp or smtps address',
    credentials: true,
  }).optional(),
  RECOURSE_SMTP_FROM: z
    .string()
    .regex(
      /^([^\s<>@,;"]+@[^\s<>@,;"]+|[^<>@\r\n]+<[^\s<>@,;"]+@[^\s<>@,;"]+>)$/,
      'must be an e-mail address, or NAME <ADDRESS>',
    )
    .optional(),
  SECANTUSD_RS: z.string().refine(existsSync, 'names a file that does not exist').optional(),
});

const togetherOnly = [
  ['TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY'],
  ['RECOURSE_SMTP_URL', 'RECOURSE_SMTP_FROM'],
  ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'],
];

/**
 * The one reader of the environment; an empty variable counts as not set.
 * @throws ConfigError listing every fault, never a value
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ variable: path.join('.'), reason: message }));
  faults.push(...togetherOnly.flatMap((names) => leftOut(names, given)));
  faults.push(...tokensForNothing(given), ...tokensInClear(given));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return arrange(parsed.data);
}

function leftOut(names: readonly string[], given: NodeJS.ProcessEnv): ConfigFault[] {
  const present = names.filter((name) => given[name] !== undefined);
  if (present.length === 0) return [];
  return names
    .filter((name) => given[name] === undefined)
    .map((variable) => ({ variable, reason: `is not set, but belongs to ${present.join(' and ')}` }));
}

function tokensForNothing(given: NodeJS.ProcessEnv): ConfigFault[] {
  return ['SERVICING', 'DIRECTORY'].flatMap((system) => {
    const [tokenName, variable] = [`RECOURSE_${system}_TOKEN`, `RECOURSE_${system}_URL`];
    return given[tokenName] === undefined || given[variable] !== undefined
      ? []
      : [{ variable, reason: `is not set, but belongs to ${tokenName}` }];
  });
}

/** Who reads such a token may ask for everybody's debts and numbers. */
function tokensInClear(given: NodeJS.ProcessEnv): ConfigFault[] {
  return ['SERVICING', 'DIRECTORY'].flatMap((system) => {
    const [tokenName, variable] = [`RECOURSE_${system}_TOKEN`, `RECOURSE_${system}_URL`];
    const url = given[variable] ?? '';
    if (given[tokenName] === undefined || !URL.canParse(url)) return [];
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'http:' || isLoopback(hostname)) return [];
    return [{ variable, reason: `must be https, for ${tokenName} would go out in clear` }];
  });
}

const asked = (url: string | undefined, bearer: string | undefined): { url: string; token?: string } | undefined =>
  url === undefined ? undefined : { url, ...(bearer === undefined ? {} : { token: bearer }) };

function arrange(set: z.output<typeof settings>): Config {
  const { TEMPORAL_TLS_CA: ca, TEMPORAL_TLS_CERT: crt, TEMPORAL_TLS_KEY: key, TEMPORAL_API_KEY: apiKey } = set;
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = set;
  const servicing = asked(set.RECOURSE_SERVICING_URL, set.RECOURSE_SERVICING_TOKEN);
  const directory = asked(set.RECOURSE_DIRECTORY_URL, set.RECOURSE_DIRECTORY_TOKEN);
  const encrypted = set.TEMPORAL_TLS || ca || crt || apiKey;
  return {
    temporal: {
      address: set.TEMPORAL_ADDRESS,
      namespace: set.TEMPORAL_NAMESPACE,
      ...(encrypted
        ? { tls: { ...(ca ? { serverRootCA: ca } : {}), ...(crt && key ? { clientCertPair: { crt, key } } : {}) } }
        : {}),
      ...(apiKey ? { apiKey } : {}),
    },
    kafka: {
      brokers: set.KAFKA_BROKERS,
      ssl: set.KAFKA_SSL,
      ...(mechanism && username && password ? { sasl: { mechanism, username, password } } : {}),
    },
    mongo: { uri: set.MONGODB_URI },
    kekHex: set.RECOURSE_KEY,
    tenant: set.RECOURSE_TENANT,
    ...(set.RECOURSE_SANDBOX_URL ? { sandboxUrl: set.RECOURSE_SANDBOX_URL } : {}),
    ...(servicing ? { servicing } : {}),
    ...(directory ? { directory } : {}),
    ...(set.RECOURSE_SMTP_URL && set.RECOURSE_SMTP_FROM
      ? { smtp: { url: set.RECOURSE_SMTP_URL, from: set.RECOURSE_SMTP_FROM } }
      : {}),
    api: { host: set.RECOURSE_API_HOST, port: set.RECOURSE_API_PORT, keys: set.RECOURSE_PARTNER_KEYS },
    logLevel: set.RECOURSE_LOG_LEVEL,
  };
}

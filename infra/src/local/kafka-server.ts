import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import type { ServerBinaries } from './server-binaries.js';
import type { Report } from './report.js';
import { runTool } from './run-tool.js';
import { portAt, type ServerRecipe } from './server-recipe.js';

const java = [
  '-Xms64m',
  '-Xmx256m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
  '-XX:-UsePerfData',
];

/**
 * One Kafka broker that is its own controller. The storage, formatted once at provisioning, is copied: formatting costs 0.8 s.
 * @param advertised the port clients are sent to, given the broker's own: that of a proxy, for tests
 */
export function kafkaServer(
  binaries: ServerBinaries,
  advertised: (port: number) => number = (port) => port,
): ServerRecipe {
  return {
    name: 'kafka',
    ports: 2,
    async command(dir, ports) {
      const data = join(dir, 'data');
      if (!existsSync(data)) cpSync(binaries.kafkaFormatted, data, { recursive: true });
      const file = join(dir, 'server.properties');
      const port = portAt(ports, 0);
      writeFileSync(file, properties(data, port, portAt(ports, 1), advertised(port)));
      const log = [`-Dlog4j2.configurationFile=${binaries.kafkaLog}`, '-Dlog4j.shutdownHookEnabled=false'];
      return {
        file: 'java',
        args: [...java, ...log, '-cp', `${binaries.kafkaLib}/*`, 'kafka.Kafka', file],
        env: process.env,
      };
    },
    async ask(ports) {
      const brokers = [`127.0.0.1:${portAt(ports, 0)}`];
      const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: { retries: 0 }, connectionTimeout: 1000 });
      const admin = kafka.admin();
      try {
        await admin.connect();
        const cluster = await admin.describeCluster();
        if (cluster.brokers.length !== 1 || cluster.controller === null)
          throw new Error('the broker has not registered yet');
      } finally {
        await admin.disconnect();
      }
    },
  };
}

/** Writes the identity of a new one-node cluster into `data`. */
export async function formatKafkaStorage(lib: string, data: string, report: Report): Promise<void> {
  mkdirSync(data, { recursive: true });
  const file = join(data, '..', 'format.properties');
  writeFileSync(file, properties(data, 9092, 9093));
  const tool = [
    '-cp',
    `${lib}/*`,
    'kafka.tools.StorageTool',
    'format',
    '-t',
    randomBytes(16).toString('base64url'),
    '-c',
    file,
  ];
  await runTool('formatting the storage of Kafka', 'java', [...java, ...tool], report);
}

/** Static voters and small buffers, so that one node with 256 MB serves at once; topics are only ever created explicitly. */
function properties(data: string, port: number, controllerPort: number, advertisedPort = port): string {
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${advertisedPort}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
controller.listener.names=CONTROLLER
log.dirs=${data}
auto.create.topics.enable=false
num.network.threads=2
num.io.threads=2
offsets.topic.num.partitions=5
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=5
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=0
log.cleaner.dedupe.buffer.size=2097152
log.index.size.max.bytes=1048576
log.retention.ms=-1
`;
}

import { Connection } from '@temporalio/client';
import type { ServerBinaries } from './server-binaries.js';
import { portAt, type ServerRecipe } from './server-recipe.js';

export const searchAttributes = ['RecourseStage', 'RecourseBucket', 'RecourseTenant'] as const;

// The defaults of the history service throttle a lone workflow to 20 tasks a second and let a 50 ms timer fire after 1 s.
const dynamicConfig = [
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
  'history.transferProcessorMaxPollRPS=2000',
  'history.timerProcessorMaxPollRPS=2000',
  'history.timerProcessorMaxTimeShift="10ms"',
];

/** Temporal's development server. Search attributes count only when its database is first created. */
export function temporalServer(binaries: ServerBinaries, withUi: boolean): ServerRecipe {
  return {
    name: 'temporal',
    ports: 3,
    command: async (dir, ports) => ({
      file: binaries.temporal,
      args: [
        ...[
          'server',
          'start-dev',
          '--ip',
          '127.0.0.1',
          '--port',
          String(portAt(ports, 0)),
          '--http-port',
          String(portAt(ports, 2)),
        ],
        ...(withUi ? ['--ui-port', String(portAt(ports, 1))] : ['--headless']),
        ...[
          '--db-filename',
          `${dir}/temporal.db`,
          '--sqlite-pragma',
          'journal_mode=wal',
          '--sqlite-pragma',
          'synchronous=NORMAL',
        ],
        ...dynamicConfig.flatMap((value) => ['--dynamic-config-value', value]),
        ...searchAttributes.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
      ],
      env: process.env,
    }),
    async ask(ports) {
      const address = `127.0.0.1:${portAt(ports, 0)}`;
      const connection = await Connection.connect({ address, connectTimeout: 1000 });
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' });
        const known = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
        const missing = searchAttributes.filter((name) => !(name in known.customAttributes));
        if (missing.length > 0) throw new Error(`search attributes not registered yet: ${missing.join(', ')}`);
      } finally {
        await connection.close();
      }
    },
  };
}

import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['source'] };
const ssr = { resolve: { conditions: ['source'] } };

/** They start servers of their own to do harm to, and mostly wait: they run beside the others. */
const ownServers = [
  'test/e2e/faults/*.e2e.test.ts',
  'test/e2e/crashes/servers-killed.e2e.test.ts',
  'test/cli/npm-start.e2e.test.ts',
];
/** Everybody contacting everybody at once: four minutes of both processors, so beside `npm test`, not in it. */
const adversarial = ['test/e2e/adversarial/*.e2e.test.ts'];
/** Whole lives of cases: they share servers, apart from those of `servers`, so that both run at once. */
const scenes = ['test/e2e/scenes/*.e2e.test.ts', 'test/cli/*.e2e.test.ts'];
const withServers = { pool: 'forks', fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          // One process keeps its modules from file to file: half the time. Tests of pure code leave nothing behind.
          isolate: false,
          setupFiles: ['test/property-seed.ts'],
          testTimeout: 60_000,
          pool: 'forks',
          include: ['{domain,workflows,activities,infra,services/*,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.e2e.test.ts', '**/*.integration.test.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'servers',
          ...withServers,
          globalSetup: ['test/global-setup.ts'],
          include: ['test/**/*.e2e.test.ts', 'test/**/*.integration.test.ts'],
          exclude: ['**/node_modules/**', ...ownServers, ...scenes, ...adversarial],
        },
      },
      {
        resolve,
        ssr,
        test: { name: 'own-servers', ...withServers, globalSetup: ['test/own-servers-setup.ts'], include: ownServers },
      },
      {
        resolve,
        ssr,
        test: { name: 'adversarial', ...withServers, globalSetup: ['test/own-servers-setup.ts'], include: adversarial },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'scenes',
          ...withServers,
          globalSetup: ['test/global-setup.ts'],
          include: scenes,
          exclude: ['**/node_modules/**', ...ownServers],
        },
      },
    ],
  },
});

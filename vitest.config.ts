import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['source'] };
const ssr = { resolve: { conditions: ['source'] } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
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
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ['test/global-setup.ts'],
          include: ['test/**/*.e2e.test.ts', 'test/**/*.integration.test.ts'],
        },
      },
    ],
  },
});

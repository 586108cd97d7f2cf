import mongoose from 'mongoose';
import type { ServerBinaries } from './server-binaries.js';
import { portAt, type ServerRecipe } from './server-recipe.js';

/** `directConnection`: the server calls itself a one-node replica set under a name that need not resolve. */
export function mongoUri(port: number): string {
  return `mongodb://127.0.0.1:${port}/recourse?directConnection=true`;
}

/** The MongoDB-compatible trial and test server; `SECANTUSD_RS` names the faster build of the same, where one was compiled. */
export function mongoServer(binaries: ServerBinaries, env: NodeJS.ProcessEnv): ServerRecipe {
  const compiled = env['SECANTUSD_RS'];
  const [file, first] = compiled ? [compiled, []] : [binaries.python, [binaries.secantus]];
  return {
    name: 'mongo',
    ports: 1,
    command: async (dir, ports) => ({
      file,
      args: [
        ...first,
        '--host',
        '127.0.0.1',
        '--port',
        String(portAt(ports, 0)),
        '--storage-path',
        `${dir}/data`,
        '--sync-on-commit',
      ],
      env: process.env,
    }),
    async ask(ports) {
      const client = new mongoose.mongo.MongoClient(mongoUri(portAt(ports, 0)), { serverSelectionTimeoutMS: 1000 });
      try {
        await client.db('admin').command({ hello: 1 });
      } finally {
        await client.close();
      }
    },
  };
}

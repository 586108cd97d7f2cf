import { startServers } from '../../infra/src/local/start-servers.js';
import { stopOnSignal } from '../../infra/src/local/stop-on-signal.js';

/** An entry point that keeps servers on the data directory of its argument until a signal stops it. */
const servers = await startServers({ dataDir: process.argv[2] ?? '', report: () => undefined });
stopOnSignal(() => servers.stop());
console.log(`READY ${JSON.stringify(servers.pids())}`);

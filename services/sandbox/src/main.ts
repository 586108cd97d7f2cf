import { fstatSync } from 'node:fs';
import { sandboxHttp } from './http.js';
import { bufferedOut, kafkaSender } from './kafka-out.js';
import { permitClient } from './permit-client.js';
import { readConfig, type SandboxConfig } from './read-config.js';
import { followRealClock } from './real-clock.js';
import { openSandbox } from './sandbox.js';

/** Whoever started us holds the other end of a pipe; when they are gone, however they went, so are we. */
function whenParentGone(leave: () => void): void {
  const stdin = fstatSync(0);
  if (!stdin.isFIFO() && !stdin.isSocket()) return;
  process.stdin.resume();
  process.stdin.on('end', leave).on('close', leave).on('error', leave);
}

async function run({ brokers, ssl, sasl, clock, port, permits }: SandboxConfig): Promise<void> {
  const security = sasl === undefined ? { ssl } : { ssl, sasl: { ...sasl, mechanism: sasl.mechanism as 'plain' } };
  const out = bufferedOut(kafkaSender({ brokers, ...security }));
  const sandbox = openSandbox(clock, out, (agency) => {
    const key = permits?.keys.get(agency);
    return permits && key !== undefined ? permitClient(permits.url, key) : undefined;
  });
  const stopClock =
    clock === 'real' ? followRealClock(sandbox, (error) => console.error('sandbox:', error)) : () => undefined;
  const http = sandboxHttp(sandbox);
  const url = await http.listen({ host: '127.0.0.1', port });

  let leaving = false;
  const leave = () => {
    if (leaving) return;
    leaving = true;
    stopClock();
    void http
      .close()
      .then(() => out.close())
      .finally(() => process.exit(0));
  };
  process.once('SIGTERM', leave).once('SIGINT', leave);
  whenParentGone(leave);
  console.log(`READY ${JSON.stringify({ url })}`);
}

try {
  await run(readConfig(process.env));
} catch (error) {
  console.error(`sandbox: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

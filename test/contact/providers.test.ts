import { sandboxAgency } from '@recourse/infra/channels/sandbox-agency';
import { sandboxChannel } from '@recourse/infra/channels/sandbox-channel';
import { sandboxLawFirm } from '@recourse/infra/channels/sandbox-law-firm';
import { sandboxHttp } from '../../services/sandbox/src/http.js';
import { bufferedOut } from '../../services/sandbox/src/kafka-out.js';
import { openSandbox } from '../../services/sandbox/src/sandbox.js';
import { providersContract, type ProvidersBench } from '../contracts/providers.contract.js';
import { memoryProviders } from '../fakes/memory-providers.js';

providersContract('fake in memory', async (): Promise<ProvidersBench> => {
  const { messages, agency, lawFirm, received, hazards } = memoryProviders();
  return {
    messages,
    agency,
    lawFirm,
    number: '+8613900000001',
    order: async (_of, hazard) => void hazards.push(hazard),
    received: async () => received.map(({ id }) => id),
    close: async () => undefined,
  };
});

/** The sandbox over real HTTP on loopback; what it would publish goes nowhere. */
providersContract('sandbox over HTTP', async (): Promise<ProvidersBench> => {
  const sandbox = openSandbox('test', bufferedOut({ send: async () => undefined, close: async () => undefined }));
  const http = sandboxHttp(sandbox);
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  const call = async (path: string, body?: object): Promise<Response> =>
    fetch(
      `${url}${path}`,
      body ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {},
    );
  await call('/portfolio', {
    seed: 'contract',
    tenant: 'test',
    loans: 3,
    persons: 3,
    from: '2026-01-01',
    until: '2026-02-01',
  });
  const [first = '{}'] = (await (await call('/persons')).text()).split('\n');
  const { points } = JSON.parse(first) as { points: { kind: string; value: string }[] };
  return {
    messages: sandboxChannel(url),
    agency: sandboxAgency(url),
    lawFirm: sandboxLawFirm(url),
    number: points.find(({ kind }) => kind === 'mobile')?.value ?? '',
    order: async (channel, kind) => void (await call('/hazards', { channel, kind, times: 1 })),
    received: async () => ((await (await call('/log/received')).json()) as { id: string }[]).map(({ id }) => id),
    close: () => http.close(),
  };
});

import { z } from 'zod';
import type { OutsideLogs } from './evidence.js';
import { asTrouble, Trouble } from './trouble.js';

const published = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    loan: z.string(),
    publishedAt: z.string(),
    poison: z.boolean(),
    duplicate: z.boolean(),
  }),
);
const received = z.array(
  z
    .object({
      id: z.string(),
      channel: z.string(),
      at: z.string(),
      to: z.string().optional(),
      amounts: z.array(z.number()).optional(),
      creditors: z.array(z.string()).optional(),
    })
    .transform(({ id, channel, at, to, amounts, creditors }) => ({
      id,
      channel,
      at,
      ...(to !== undefined && { to }),
      ...(amounts && { amounts }),
      ...(creditors && { creditors }),
    })),
);

/** The outside world's own logs (docs/sandbox-protocol.md). @throws Trouble */
export async function readSandbox(url: string): Promise<OutsideLogs> {
  return { published: await read(url, '/log/events', published), received: await read(url, '/log/received', received) };
}

function read<T>(url: string, path: string, schema: z.ZodType<T>): Promise<T> {
  return asTrouble('RECOURSE_SANDBOX_URL', `asking ${path}`, async () => {
    const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Trouble(`RECOURSE_SANDBOX_URL: ${path} answered ${response.status}`);
    const log = schema.safeParse(await response.json());
    if (!log.success)
      throw new Trouble(
        `RECOURSE_SANDBOX_URL: ${path} is no log: ${log.error.issues[0]?.path.join('.')} ${log.error.issues[0]?.message}`,
      );
    return log.data;
  });
}

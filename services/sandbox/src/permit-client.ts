import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Outcome } from './conversation.js';
import type { Instant } from './local-time.js';

export type AskedPermit = {
  id: string;
  person: string;
  point: string;
  loans: string[];
  placement: string;
  channel: 'call';
  minutes: number;
  dials: number;
};

/** `code`: why not, as the lender says it (docs/permits-api.md). */
export type Refused = { refused: string; until?: Instant };

/** How an agency asks the lender, over HTTP, whether it may dial. @throws when the lender cannot be reached, or is in trouble, for long */
export type PermitClient = {
  ask(permit: AskedPermit): Promise<{ dials: number[] } | Refused>;
  redeem(permitId: string, dial: number): Promise<{ attempt: string } | Refused>;
  tell(permitId: string, dial: number, outcome: Outcome & { at: Instant }): Promise<undefined | Refused>;
  giveBack(permitId: string): Promise<undefined | Refused>;
};

const timeOutMs = 5_000;
const tries = 12;
const pauseMs = 500;

const problem = z.object({ code: z.string(), until: z.string().exactOptional() });
const granted = z.object({ dials: z.array(z.object({ n: z.number(), state: z.string() })) });
const letGo = z.object({ attempt: z.string() });

export function permitClient(url: string, key: string): PermitClient {
  async function call<T>(
    method: 'POST' | 'DELETE',
    path: string,
    body: object | undefined,
    read: (json: unknown) => T,
  ) {
    for (let nth = 1; ; nth += 1) {
      const answer = await fetch(`${url}/v1/permits${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
        signal: AbortSignal.timeout(timeOutMs),
        ...(body && { body: JSON.stringify(body) }),
      }).catch((error: unknown) => {
        if (nth >= tries) throw error;
        return undefined;
      });
      const passes = answer === undefined || answer.status === 429 || answer.status >= 500;
      if (!passes && answer.ok) return read(answer.status === 204 ? undefined : await answer.json());
      if (!passes || (answer && nth >= tries)) {
        const { code, until } = problem.parse(await answer.json());
        return { refused: code, ...(until !== undefined && { until }) };
      }
      await pause(pauseMs);
    }
  }

  const nothing = (): undefined => undefined;
  const of = (id: string): string => `/${encodeURIComponent(id)}`;
  return {
    ask: (permit) =>
      call('POST', '', permit, (json) => ({
        dials: granted.parse(json).dials.flatMap(({ n, state }) => (state === 'reserved' ? [n] : [])),
      })),
    // The same key at every try of this one call: an answer that was lost on the way is given again, and no second dial.
    redeem: (id, dial) => call('POST', `${of(id)}/dials`, { dial, key: randomUUID() }, (json) => letGo.parse(json)),
    tell: (id, dial, outcome) => call('POST', `${of(id)}/dials/${dial}/outcome`, outcome, nothing),
    giveBack: (id) => call('DELETE', of(id), undefined, nothing),
  };
}

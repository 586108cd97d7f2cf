import { PullTrouble } from '@recourse/activities/verification/pull-trouble';
import type { Outages } from '../log/outages.js';
import type { VerificationSource } from '@recourse/domain/case/loan-verification';
import { readStrictJson } from '../json/read-strict-json.js';

/** A system of the lender's: its address without a slash at the end, the bearer token it wants, if any, and who is told of its troubles. */
export type AskedSystem = { url: string; token?: string; outages?: Outages };

const timeOutMs = 2_000;

/** Of our asking too much, or too slowly: these pass by themselves. */
const passing = new Set([408, 425, 429]);

/**
 * One `GET`, at most 2 s. `undefined`: the system says 404 with `error: unknown`, it knows no such thing.
 * @throws PullTrouble `refused-us` when it minds our token, address or request (4xx); `down` when it cannot be reached or answers
 * anything else; `nonsense` when the answer is no JSON
 */
export async function askSystem(
  from: VerificationSource,
  system: AskedSystem,
  path: readonly string[],
  asked: { tenant: string; unknown: string },
): Promise<{ answer: unknown } | undefined> {
  try {
    const answer = await askOnce(from, system, path, asked);
    system.outages?.works(from);
    return answer;
  } catch (error) {
    if (error instanceof PullTrouble) {
      const name = from === 'servicing' ? 'RECOURSE_SERVICING' : 'RECOURSE_DIRECTORY';
      const lookAt = error.trouble === 'refused-us' ? `${name}_TOKEN, ${name}_URL` : `${name}_URL`;
      system.outages?.trouble(from, error.reason, lookAt);
    }
    throw error;
  }
}

async function askOnce(
  from: VerificationSource,
  { url, token }: AskedSystem,
  path: readonly string[],
  { tenant, unknown }: { tenant: string; unknown: string },
): Promise<{ answer: unknown } | undefined> {
  const address = `${url}/${path.map(encodeURIComponent).join('/')}?tenant=${encodeURIComponent(tenant)}`;
  const headers = { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const [status, text] = await fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(timeOutMs) })
    .then(async (response) => [response.status, await response.text()] as const)
    .catch((error: unknown): never => {
      throw new PullTrouble(from, 'down', isTimeOut(error) ? 'did not answer in 2 s' : 'cannot be reached');
    });
  const read = readStrictJson(text);
  if (status === 404 && 'value' in read && errorIn(read.value) === unknown) return undefined;
  const refused = status >= 400 && status < 500 && !passing.has(status);
  if (status !== 200) throw new PullTrouble(from, refused ? 'refused-us' : 'down', `answered ${status}`);
  if ('value' in read) return { answer: read.value };
  // The last of two would stand, and an arrears be gone without a word. Neither fault nor path is repeated: it came from outside.
  const twice = read.faults.some(({ code }) => code === 'said-twice');
  throw new PullTrouble(from, 'nonsense', twice ? 'says a field twice' : 'is no JSON', 'body');
}

const isTimeOut = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

const errorIn = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'error') : undefined;

import { ProviderUnavailable } from '@recourse/activities/contact/channels';
import { readStrictJson } from '../json/read-strict-json.js';

const timeOutMs = 3_000;

export type SandboxAnswer = { status: number; body: unknown };

/**
 * One request to the sandbox (docs/sandbox-protocol.md), at most 3 s.
 * @throws ProviderUnavailable when it answers that it is unavailable; anything else thrown leaves open whether it was taken
 */
export async function sandboxRequest(
  baseUrl: string,
  method: 'GET' | 'POST',
  path: readonly string[],
  body?: object,
): Promise<SandboxAnswer> {
  const url = `${baseUrl}/${path.map(encodeURIComponent).join('/')}`;
  const json = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(url, { method, signal: AbortSignal.timeout(timeOutMs), ...json });
  const text = await response.text();
  if (response.status === 503) throw new ProviderUnavailable(`${path[0]} ${path[1] ?? ''} is unavailable`);
  if (response.status >= 500) throw new Error(`${path[0]} ${path[1] ?? ''} answered ${response.status}`);
  const read = text === '' ? { value: undefined } : readStrictJson(text);
  if ('faults' in read) throw new Error(`${path[0]} ${path[1] ?? ''} answered what ${read.faults[0]?.reason}`);
  return { status: response.status, body: read.value };
}

/** A text field of a JSON answer; undefined when it is not there. */
export function textOf(body: unknown, field: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Reflect.get(body, field);
  return typeof value === 'string' ? value : undefined;
}

const patienceMs = 120_000;

/** The other side answered, but not with success. */
export class HttpRefused extends Error {
  override readonly name = 'HttpRefused';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** One JSON call to a service of the stack. @throws HttpRefused with method, path and status when it does not answer with success */
export async function httpJson<T>(url: string, body?: unknown): Promise<T> {
  const signal = AbortSignal.timeout(patienceMs);
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal };
  const answer = await fetch(url, body === undefined ? { signal } : post);
  if (!answer.ok)
    throw new HttpRefused(
      answer.status,
      `${body === undefined ? 'GET' : 'POST'} ${new URL(url).pathname} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`,
    );
  return (await answer.json()) as T;
}

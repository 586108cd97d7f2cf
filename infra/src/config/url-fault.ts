/** What an address may have beside scheme, host and port; all else would be dropped or sent where nobody expects it. */
type Parts = { protocols: readonly string[]; must: string; path?: true; credentials?: true };

/** Why a setting is no address of that kind; nothing when it is one. Never says what stands in it: it may be a password. */
export function urlFault(text: string, { protocols, must, path, credentials }: Parts): string | undefined {
  const port = /:(\d+)(?:[/?#]|$)/.exec(text.replace(/^[a-z]+:\/\/(?:[^/]*@)?/i, ''))?.[1];
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return 'has no port from 1 to 65535';
  if (!URL.canParse(text)) return must;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(text);
  if (!protocols.includes(protocol) || hostname === '') return must;
  if (!credentials && (username !== '' || password !== '')) return 'must not have a user or password in it';
  if (!path && !['', '/'].includes(pathname)) return 'must end after host and port';
  if (search !== '' || hash !== '' || /[?#]$/.test(text)) return 'must not have ? or # in it';
  return undefined;
}

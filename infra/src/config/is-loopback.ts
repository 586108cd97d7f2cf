/** Whether what is sent to this host (as in an address: IPv6 in brackets) never leaves the machine. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);

import type { OutsideLogs } from './evidence.js';

/** The earliest instant the outside logs tell of: a sandbox that was started anew remembers nothing before. Undefined: they are empty. */
export const logBegins = ({ published, received }: OutsideLogs): string | undefined => {
  let first: string | undefined;
  for (const { publishedAt } of published) if (first === undefined || publishedAt < first) first = publishedAt;
  for (const { at } of received) if (first === undefined || at < first) first = at;
  return first;
};

const longest = 120;

/** Text for a summary in the Temporal UI: one line, short, since the server fails the task of a workflow whose summary passes 400 bytes. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

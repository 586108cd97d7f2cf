/** JSON with members in code-unit order of their names (RFC 8785 for plain JSON): written here anew, so that auditor and audited share no code. */
export const canonicalText = (value: unknown): string => {
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalText(item === undefined ? null : item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`).join(',')}}`;
};

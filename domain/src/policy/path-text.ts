/** A key may be anything somebody wrote: a line feed in it would look like another fault. */
const keyText = (key: PropertyKey): string => {
  const text = String(key);
  return /\p{Cc}/u.test(text) ? JSON.stringify(text) : text;
};

/** A field as it is named to people: `stages[2].steps[0].at`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? keyText(part) : `${text}.${keyText(part)}`,
    '',
  );

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of bytes without a byte order mark; nothing where they are no UTF-8, of which a lenient reading would make signs of doubt, two
 * different ids alike. No text has a NUL in it: such bytes are UTF-16 or none.
 */
export const utf8Text = (bytes: Uint8Array): string | undefined => {
  try {
    const text = utf8.decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
};

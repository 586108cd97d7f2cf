const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes without a byte order mark; nothing where they are no UTF-8, of which a lenient reading would make signs of doubt, two different ids alike. */
export const utf8Text = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
};

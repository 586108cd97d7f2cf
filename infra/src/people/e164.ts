import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A telephone number as E.164 (`+8613900000001`); undefined when it cannot be one. Only international notation is taken:
 * a national number means another person in another country.
 */
export function e164(text: string): string | undefined {
  const international = text.trim().replace(/^00/, '+');
  if (!international.startsWith('+')) return undefined;
  const number = parsePhoneNumberFromString(international);
  return number?.isPossible() === true && number.ext === undefined ? number.number : undefined;
}

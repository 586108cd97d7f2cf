import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { z } from 'zod';
import type { PolicyFault } from './policy-error.js';

const part = z.string().regex(/^[A-Z0-9]{1,3}$/, 'must be the last part of an ISO 3166-2 code, such as MA');

const schema = z.strictObject({
  source: z.string().min(1),
  parts: z.record(
    z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be an ISO 3166 code, such as US or US-NY'),
    z.array(part).min(1),
  ),
});

/** ISO 3166-2 lists them under the country too, whose law is not theirs. */
const ofTheirOwn: Readonly<Record<string, readonly string[]>> = {
  CN: ['HK', 'MO', 'TW'],
  US: ['AS', 'GU', 'MP', 'PR', 'UM', 'VI'],
};

const takenIn = (whole: string, code: string): boolean => (ofTheirOwn[whole.slice(0, 2)] ?? []).includes(code);

const lawOfAnother = (code: string, whole: string): string =>
  `${code} has law and a code of its own: as ${whole}-${code} it would pass on the law of ${whole.slice(0, 2)}`;

/** Every code by which a place may be told: countries, and the parts of `policies/places.yaml`. */
export const readPlaces = (
  value: unknown,
  file: string,
  countries: ReadonlySet<string>,
): { places: ReadonlySet<string> } | { faults: PolicyFault[] } => {
  const read = schema.safeParse(value);
  if (!read.success) return { faults: schemaFaults(read.error).map((fault) => ({ file, ...fault })) };
  const parts = Object.entries(read.data.parts);
  const codes = parts.flatMap(([whole, of]) => of.map((code) => `${whole}-${code}`));
  const places = new Set([...countries, ...codes]);
  const faults = parts.flatMap(([whole, of]): PolicyFault[] => {
    const path = `parts.${whole}`;
    return [
      ...(places.has(whole) ? [] : [{ file, path, reason: `${whole} is itself no place` }]),
      ...of.flatMap((code, nth) =>
        of.indexOf(code) < nth ? [{ file, path: `${path}[${nth}]`, reason: `${code} stands there twice` }] : [],
      ),
      ...of.flatMap((code, nth) =>
        takenIn(whole, code) ? [{ file, path: `${path}[${nth}]`, reason: lawOfAnother(code, whole) }] : [],
      ),
    ];
  });
  return faults.length > 0 ? { faults } : { places };
};

import { idPattern } from '@recourse/domain/case/case-id';
import type { PermitHolder } from '@recourse/domain/contact/permit';
import { z } from 'zod';

/** A key of somebody outside who may ask us, by its SHA-256 (hex): the key itself is nowhere with us. */
export type PartnerKey = { holder: PermitHolder; sha256: string };

const form = /^(agency|dialler)\/([^:/]+):([0-9a-f]{64})$/i;

/**
 * `RECOURSE_PARTNER_KEYS`: `agency/ID:SHA256`, several by comma; a partner may have several, to change them without a gap. A key names one
 * partner, and an id is an agency's or a dialler's, not both: permits are held by id.
 */
export const partnerKeys = z.string().transform((text, context): PartnerKey[] => {
  const read = text.split(',').map((each) => form.exec(each.trim()));
  const keys = read.flatMap((found): PartnerKey[] => {
    const [, kind, id = '', sha256 = ''] = found ?? [];
    if (!idPattern.test(id)) return [];
    return [
      { holder: { kind: kind?.toLowerCase() === 'agency' ? 'agency' : 'dialler', id }, sha256: sha256.toLowerCase() },
    ];
  });
  const fault = (message: string): PartnerKey[] => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (keys.length < read.length)
    return fault('must be agency/ID:SHA256 or dialler/ID:SHA256 (64 hex digits), several separated by commas');
  if (new Set(keys.map(({ sha256 }) => sha256)).size < keys.length) return fault('gives one key to two');
  const kinds = new Map<string, string>();
  for (const { holder } of keys) {
    if ((kinds.get(holder.id) ?? holder.kind) !== holder.kind)
      return fault('names one id both as agency and as dialler');
    kinds.set(holder.id, holder.kind);
  }
  return keys;
});

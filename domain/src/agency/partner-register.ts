import { z } from 'zod';
import { contactPractice, type ContactPractice } from '../contact/contact-practice.js';
import type { AgencyStanding } from '../law/kinds/handover-gate.js';
import { schemaFaults, type SchemaFault } from '../policy/schema-faults.js';

/** An agency or law firm and what is proved of it (`policies/partners.yaml`); what is not said is not so. */
export type Partner = { id: string; kind: 'agency' | 'law-firm' } & AgencyStanding & Partial<ContactPractice>;

const day = z.iso.date('must be a day that exists, YYYY-MM-DD').exactOptional();

const register = z.strictObject({
  partners: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 of A-Z a-z 0-9 . _ -'),
      kind: z.enum(['agency', 'law-firm'], 'must be agency or law-firm'),
      listed: z.boolean().exactOptional(),
      publiclyListed: z.boolean().exactOptional(),
      licensedUntil: day,
      evaluatedOn: day,
      inspectedOn: day,
      staffTrainedOn: day,
      noSubAssignment: z.boolean().exactOptional(),
      violenceRecord: z.enum(['none', 'found']).exactOptional(),
      contractFixes: z
        .array(z.enum(['purpose', 'term', 'method', 'data-types', 'protection', 'duties']))
        .exactOptional(),
      contractUntil: day,
      returnsOrDeletes: z.boolean().exactOptional(),
      ...contactPractice,
    }),
  ),
});

/** The register of partners, or everything that is wrong with it, by field. */
export const readPartnerRegister = (value: unknown): { partners: Partner[] } | { faults: SchemaFault[] } => {
  const read = register.safeParse(value);
  if (!read.success) return { faults: schemaFaults(read.error) };
  const { partners } = read.data;
  const twice = partners.flatMap(({ id }, nth) =>
    partners.findIndex((each) => each.id === id) < nth
      ? [{ path: `partners[${nth}].id`, reason: `${id} is named before` }]
      : [],
  );
  return twice.length > 0 ? { faults: twice } : { partners };
};

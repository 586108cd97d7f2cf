import { creditRowKinds } from '@recourse/domain/credit-reporting/credit-record';
import type { CreditRow } from '@recourse/domain/credit-reporting/credit-record';
import type { CreditStanding } from '@recourse/domain/credit-reporting/credit-state';
import { isMonth } from '@recourse/domain/credit-reporting/month';
import { z } from 'zod';

/** The lines of the files that go to a credit bureau and come back (docs/credit-furnishing.md), version 1. */

const month = z.string().refine(isMonth, 'must be a month, YYYY-MM').describe('YYYY-MM');
const day = z.iso.date();
const minor = z.int().describe('Minor units of the row’s currency.');
const text = z.string().min(1);
const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const standing = z.enum([
  'current',
  'past-due',
  'paid-off',
  'settled',
  'sold',
  'written-off',
  'in-error',
] as const satisfies CreditStanding[]);
const bucket = z.enum(['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M6+']);

const header = z.strictObject({
  record: z.literal('header'),
  format: z.literal('recourse-credit-snapshot'),
  version: z.literal(1),
  tenant: text,
  month,
  asOf: day.describe('The last day of the month.'),
  madeAt: z.iso.datetime(),
});
const row = z.strictObject({
  record: z.literal('row'),
  row: text.describe('Names the row in the receipt.'),
  kind: z.enum(creditRowKinds),
  loanId: text,
  subject: z.string().describe('Whose record it is; an opaque id.'),
  product: text,
  currency: text,
  month: month.describe('Of the state; of a correction an earlier one than the file’s.'),
  adverse: z.boolean(),
  disputed: z.boolean(),
  state: z.strictObject({
    asOf: day,
    standing,
    dpd: count,
    bucket,
    overdue: minor,
    balance: minor,
    oldestUnpaidDueOn: day.exactOptional(),
    unpaidInstalments: z.array(z.int()),
  }),
  firstDelinquentOn: day.exactOptional(),
  conductEndedOn: day.exactOptional(),
  because: z.enum(['events', 'dispute']).exactOptional(),
  history: z.array(z.strictObject({ month, standing, bucket })),
}) satisfies z.ZodType<CreditRow & { record: 'row' }>;
const amounts = z.record(text, minor);
const trailer = z.strictObject({
  record: z.literal('trailer'),
  totals: z.strictObject({
    rows: count,
    adverse: count,
    disputed: count,
    kinds: z.record(z.enum(creditRowKinds), count),
    overdue: amounts.describe('By currency.'),
    balance: amounts,
  }),
  sha256: sha256.describe('Of every line before this one, each with its line feed.'),
});

export const snapshotLine = z.discriminatedUnion('record', [header, row, trailer]);
export type SnapshotLine = z.infer<typeof snapshotLine>;

export const receiptLine = z.discriminatedUnion('record', [
  z.strictObject({
    record: z.literal('header'),
    format: z.literal('recourse-credit-receipt'),
    version: z.literal(1),
    tenant: text,
    month,
    sha256: sha256.describe('Of the file it answers, as its trailer has it.'),
  }),
  z.discriminatedUnion('taken', [
    z.strictObject({ record: z.literal('row'), row: text, taken: z.literal(true) }),
    z.strictObject({
      record: z.literal('row'),
      row: text,
      taken: z.literal(false),
      code: z
        .string()
        .regex(/^[A-Za-z0-9._-]{1,32}$/, 'must be 1 to 32 of A-Z a-z 0-9 . _ -')
        .describe('The bureau’s own code. No free text: it may hold personal data.'),
    }),
  ]),
]);
export type ReceiptLine = z.infer<typeof receiptLine>;

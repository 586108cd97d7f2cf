import { z } from 'zod';
import { currency, day, id, instant, oneOf, zone } from '../events/event-fields.js';
import { channels } from '@recourse/domain/contact/channels';
import { holdStops } from '@recourse/domain/holds/hold-stops';
import { toldHoldReasons } from '../events/loan-taken-on-schema.js';
import { listOf, money, moneyOrNone, optional, whole, yesOrNo } from './csv-fields.js';

/** The columns of every file of a take-on, in order, and what each field must be. Fields: docs/data-files.md. */
export const takeOnFiles = {
  'loans.csv': z.object({
    loan_id: id,
    product: id,
    currency,
    zone,
    jurisdiction: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be an ISO 3166 code'),
    grace_days: whole,
    tolerance: money,
    terms_version: whole,
    borrower: id,
    co_borrowers: listOf(id),
    guarantors: listOf(id),
    as_of: day,
    arrears_total: money,
    outstanding_total: money,
    contacts_told_until: optional(instant),
  }),
  'instalments.csv': z.object({
    loan_id: id,
    number: whole,
    due_on: day,
    state: oneOf(['missed', 'met']),
    principal: moneyOrNone,
    interest: moneyOrNone,
    penalty: moneyOrNone,
    compound: moneyOrNone,
    damages: moneyOrNone,
    fees: moneyOrNone,
    costs: moneyOrNone,
  }),
  'payments.csv': z.object({
    payment_id: id,
    loan_id: id,
    amount: money.refine((amount) => amount > 0, 'must be above zero'),
    currency,
    value_date: day,
    received_at: instant,
    reversed_on: optional(day),
  }),
  'contacts.csv': z.object({
    contact_id: id,
    loan_id: id,
    person_id: id,
    point_id: optional(id),
    channel: oneOf(channels),
    at: instant,
    connected: yesOrNo,
    conversation: yesOrNo,
    right_party: yesOrNo,
  }),
  'notices.csv': z.object({
    loan_id: id,
    kind: z.string(),
    instalments: listOf(whole).refine((numbers) => numbers.length > 0, 'must name an instalment'),
    proved_on: day,
  }),
  'refusals.csv': z.object({ loan_id: id, refused_on: day }),
  'holds.csv': z.object({
    hold_id: id,
    loan_id: id,
    person_id: optional(id),
    point_id: optional(id),
    reason: oneOf(toldHoldReasons),
    stops: listOf(oneOf(holdStops)).refine((stops) => stops.includes('contact'), 'must name contact'),
    from: instant,
    until: optional(instant),
  }),
} as const;

export type TakeOnFile = keyof typeof takeOnFiles;

/** A take-on is nothing without these. The others may be absent: what they would tell is then not known. */
export const requiredFiles: readonly TakeOnFile[] = ['loans.csv', 'instalments.csv', 'payments.csv'];

export type TakeOnRow<F extends TakeOnFile> = z.output<(typeof takeOnFiles)[F]> & { line: number };

export type TakeOnTables = { [F in TakeOnFile]: TakeOnRow<F>[] };

export const columnsOf = (file: TakeOnFile): string[] => Object.keys(takeOnFiles[file].shape);

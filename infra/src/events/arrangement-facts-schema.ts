import { arrangementKinds, authorities } from '@recourse/domain/arrangements/arrangement-kind';
import { declineReasons, withdrawReasons } from '@recourse/domain/arrangements/arrangement-command';
import type { ArrangementRefusal } from '@recourse/domain/arrangements/arrangement-refusal';
import { z } from 'zod';
import { fact } from './case-fact-schema.js';
import { day, instant, minor, text, whole } from './case-shapes-schema.js';

const components = z.object({
  principal: minor.exactOptional(),
  interest: minor.exactOptional(),
  penalty: minor.exactOptional(),
  compound: minor.exactOptional(),
  damages: minor.exactOptional(),
  fees: minor.exactOptional(),
  costs: minor.exactOptional(),
});
const authority = z.enum(authorities);

const terms = z.object({
  kind: z.enum(arrangementKinds),
  over: z.enum(['arrears', 'all']),
  currency: text,
  owed: components.describe('What it is about, by component.'),
  discount: components.describe('What is given up of it.'),
  late: components.exactOptional().describe('What of `owed` lateness had cost by then and nobody had billed.'),
  settles: components
    .exactOptional()
    .describe('Of all that lateness was ever charged, so much is done with once it is kept.'),
  layout: z
    .object({ instalments: whole, firstOn: day, first: minor, each: minor, last: minor })
    .describe('Monthly from the first day: the first, so many alike, the last.'),
  accrues: z.boolean().describe('Charges for lateness run on while it is kept.'),
  graceDays: whole,
  postingDays: whole,
  cureDays: whole,
  tolerance: minor,
});

const arrangement = z.object({
  id: text,
  state: z.enum(['proposed', 'offered', 'active', 'kept', 'broken', 'declined', 'withdrawn', 'lapsed', 'loan-ended']),
  terms,
  proposedAt: instant,
  proposedBy: text,
  authority,
  needs: authority.exactOptional().describe('The least authority that may approve it; absent: none is needed.'),
  approvedBy: text.exactOptional(),
  offerUntil: instant,
  hash: text.describe('SHA-256 of what the agreement says.'),
  countsFrom: day.describe('Money of this value date and later is for it.'),
  notCounting: z.array(text).describe('Payments that had come when it was proposed.'),
  acceptedOn: day.exactOptional(),
  acceptedBy: text.exactOptional(),
});

const reasons: Record<ArrangementRefusal, true> = {
  'not-offered-here': true,
  'nothing-owed': true,
  'not-an-amount': true,
  'instalments-or-amount': true,
  'not-over-this': true,
  'currency-without-limits': true,
  'first-day-in-the-past': true,
  'first-day-too-late': true,
  'too-many-instalments': true,
  'longer-than-law-allows': true,
  'instalment-too-small': true,
  'first-payment-too-small': true,
  'first-payment-too-large': true,
  'never-pays-off': true,
  'nothing-given-up': true,
  'discount-not-of-these-charges': true,
  'above-every-authority': true,
  'law-unknown': true,
  'another-is-open': true,
  'broken-too-often': true,
  'loan-is-over': true,
  'unknown-arrangement': true,
  'not-at-that-point': true,
  'approver-is-proposer': true,
  'above-authority': true,
  'offer-lapsed': true,
  'not-what-was-offered': true,
  'not-a-debtor': true,
  'day-not-possible': true,
  'owed-has-changed': true,
};
const because = z.enum(Object.keys(reasons) as [ArrangementRefusal, ...ArrangementRefusal[]]);

/** What a case states of arrangements beyond promises. */
export const arrangementFacts = {
  'arrangement-proposed': fact('arrangement-proposed', 'A plan, deferral or settlement was proposed.', { arrangement }),
  'arrangement-refused': fact('arrangement-refused', 'What somebody wanted of an arrangement is not done, and why.', {
    command: z.enum([
      'propose-arrangement',
      'approve-arrangement',
      'decline-arrangement',
      'accept-arrangement',
      'withdraw-arrangement',
    ]),
    arrangementId: text.exactOptional(),
    refused: z.array(
      z.object({
        because,
        limit: z.union([z.number(), text]).exactOptional().describe('What would have been taken.'),
        rule: text.exactOptional().describe('The rule of law that says so.'),
        needs: authority.exactOptional(),
      }),
    ),
  }),
  'arrangement-approved': fact('arrangement-approved', 'A second person approved it.', {
    arrangementId: text,
    by: text,
    authority,
  }),
  'arrangement-declined': fact('arrangement-declined', 'A second person did not approve it.', {
    arrangementId: text,
    by: text,
    because: z.enum(declineReasons),
  }),
  'arrangement-accepted': fact('arrangement-accepted', 'The debtor signed it: collection rests while it is kept.', {
    arrangementId: text,
    personId: text,
    on: day,
  }),
  'arrangement-judged': fact('arrangement-judged', 'It was kept to its end, broken, or mended in time.', {
    arrangementId: text,
    state: z.enum(['active', 'kept', 'broken']),
    received: minor,
    missed: day.exactOptional().describe('The due day that broke it.'),
    was: z.enum(['kept', 'broken']).exactOptional().describe('Found otherwise before: later news turned it.'),
  }),
  'arrangement-ended': fact('arrangement-ended', 'It was taken back, nobody took the offer, or the loan is over.', {
    arrangementId: text,
    because: z.enum([...withdrawReasons, 'lapsed', 'loan-ended']),
    by: text.exactOptional(),
  }),
};

import { complaintGrounds, disputeGrounds, matterChannels } from '@recourse/domain/matters/matter';
import { z } from 'zod';
import { day, id, oneOf } from './event-fields.js';
import { object } from './loan-shapes-schema.js';

const raised = {
  channel: oneOf(matterChannels).describe('Through whom it came.'),
  raisedOn: day.describe(
    "Calendar day of the loan's zone on which it reached the lender: the days for the answer count from it.",
  ),
};

/** What somebody raised outside a conversation of ours and must be answered. The case of the loan must be open. */
export const matterEvents = {
  'dispute-raised': z
    .object({ ...raised, ground: oneOf(disputeGrounds) }, object)
    .describe('A debtor says that the debt, or its amount, is wrong. The loan is held until it is answered.'),
  'complaint-raised': z
    .object(
      {
        ...raised,
        personId: id.describe('The debtor whose complaint it is.'),
        ground: oneOf(complaintGrounds),
        againstAgency: z.literal(true, 'must be true').exactOptional().describe('About the agency that has the loan.'),
      },
      object,
    )
    .describe('A debtor complains. The person is held on every loan until it is answered; this loan keeps the day.'),
} as const;

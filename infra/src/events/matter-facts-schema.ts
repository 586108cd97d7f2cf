import type { MatterRefusal } from '@recourse/domain/matters/matter-refusal';
import {
  complaintGrounds,
  disputeGrounds,
  extensionDeclines,
  matterChannels,
  matterKinds,
  matterOutcomes,
  releaseReasons,
} from '@recourse/domain/matters/matter';
import { z } from 'zod';
import { fact } from './case-fact-schema.js';
import { day, text } from './case-shapes-schema.js';

const extension = z.object({
  ground: text.describe('One that the rule of law names.'),
  on: day,
  toldOn: day.describe('When the person was told that it takes longer, and why.'),
  by: text,
  approvedBy: text.exactOptional(),
});

const matter = z.object({
  id: text.describe('What raised it; the hold it placed has the same id.'),
  kind: z.enum(matterKinds),
  channel: z.enum(matterChannels),
  ground: z.enum([...disputeGrounds, ...complaintGrounds]),
  raisedOn: day,
  dueOn: day.describe('The last day on which an answer is in time.'),
  rule: text.exactOptional().describe('The rule of law that sets the day; absent: practice does.'),
  citation: text.exactOptional(),
  placementId: text.exactOptional().describe('Of a complaint about an agency: the placement.'),
  taskId: text,
  extensions: z.array(extension).exactOptional(),
  asked: extension.exactOptional().describe('Asked for; leave for it is still to be given.'),
  missedTaskId: text.exactOptional(),
  state: z.enum(['open', 'correcting', 'closed']),
  outcome: z.enum(matterOutcomes).exactOptional(),
  answeredOn: day.exactOptional(),
});

const refusals: Record<MatterRefusal, true> = {
  'unknown-matter': true,
  'not-at-that-point': true,
  'ground-of-another-kind': true,
  'day-not-possible': true,
  'not-with-an-agency': true,
  'no-extension-by-law': true,
  'unknown-ground': true,
  'used-already': true,
  'not-approved': true,
  'granted-too-late': true,
  'approver-is-asker': true,
  'nothing-asked': true,
  'nothing-to-correct': true,
};

/** What a case states of disputes and complaints. */
export const matterFacts = {
  'matter-raised': fact('matter-raised', 'A dispute or complaint was raised, and must be answered by a day.', {
    matter,
  }),
  'matter-extension-asked': fact(
    'matter-extension-asked',
    'Somebody asks for more days, for which the law wants the leave of another.',
    { matterId: text, extension },
  ),
  'matter-extension-declined': fact('matter-extension-declined', 'A second person gives no leave: the day stays.', {
    matterId: text,
    because: z.enum(extensionDeclines),
    by: text,
  }),
  'matter-extended': fact('matter-extended', 'The law gives more days for the answer, and the person was told.', {
    matterId: text,
    extension,
    dueOn: day,
    taskId: text,
  }),
  'matter-overdue': fact('matter-overdue', 'The day is over and nobody has answered.', {
    matterId: text,
    dueOn: day,
    taskId: text.describe('The work that came of it.'),
  }),
  'matter-answered': fact('matter-answered', 'It was answered.', {
    matterId: text,
    outcome: z.enum(matterOutcomes),
    on: day.describe('The day the answer was given.'),
    by: text,
    inTime: z.boolean(),
    correctingTaskId: text.exactOptional().describe('The loan is put right before the hold ends.'),
  }),
  'matter-released': fact('matter-released', 'It is over: put right, taken back, or entered in error.', {
    matterId: text,
    because: z.enum(releaseReasons),
    by: text,
  }),
  'matter-refused': fact('matter-refused', 'What somebody said of a dispute or complaint is not done, and why.', {
    command: z.enum([
      'raise-matter',
      'extend-matter',
      'approve-extension',
      'decline-extension',
      'answer-matter',
      'release-matter',
    ]),
    matterId: text.exactOptional(),
    because: z.enum(Object.keys(refusals) as [MatterRefusal, ...MatterRefusal[]]),
  }),
};

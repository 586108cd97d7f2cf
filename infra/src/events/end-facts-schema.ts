import { ladderEnds } from '@recourse/domain/strategy/end-of-ladder';
import { z } from 'zod';
import { fact } from './case-fact-schema.js';
import { criterion, day, interruptionShape, minor, text, whole } from './case-shapes-schema.js';
import { writeOffShape as writeOff } from './write-off-shape.js';

/** What a case states of the limitation of its claim, of the end of its ladder, and of its write-off. */
export const endFacts = {
  'limitation-interrupted': fact(
    'limitation-interrupted',
    'The limitation of the claim begins anew from that day, by what the law wants as proof.',
    interruptionShape,
  ),
  'limitation-suspended': fact('limitation-suspended', 'Something stands in the way of claiming from that day on.', {
    event: text,
    on: day,
    until: day.exactOptional().describe('The first day it does no more.'),
    by: interruptionShape.by,
  }),
  'limitation-noted': fact('limitation-noted', 'The limitation nears its end, is over, or has moved since.', {
    state: z.enum(['running', 'ending', 'suspended', 'expired']),
    rule: text,
    version: text,
    beganOn: day,
    endsOn: day.exactOptional().describe('Its last day; absent while suspended.'),
  }),
  'limitation-refused': fact('limitation-refused', 'What was told of a limitation is not recorded.', {
    command: text,
    because: z.enum(['day-not-possible', 'proof-missing', 'already-known', 'over-already', 'no-obstacle-by-law']),
  }),
  'ladder-ended': fact('ladder-ended', 'Nothing of the ladder is left to do; what the strategy makes of it.', {
    becomes: z.enum(ladderEnds),
    round: whole,
    criteria: z.array(criterion),
  }),
  'write-off-proposed': fact('write-off-proposed', 'Somebody proposed to write the claim off.', { writeOff }),
  'write-off-refused': fact('write-off-refused', 'What somebody wanted of a write-off is not done.', {
    command: text,
    because: z.enum([
      'nothing-owed',
      'loan-is-over',
      'proposed-already',
      'written-off-already',
      'unknown-write-off',
      'not-at-that-point',
      'approver-is-proposer',
      'owed-has-changed',
      'ladder-goes-on',
      'not-time-barred',
      'under-an-arrangement',
    ]),
  }),
  'write-off-declined': fact('write-off-declined', 'A second person said no.', { writeOffId: text, by: text }),
  'written-off': fact('written-off', 'A second person approved it. The claim remains.', {
    writeOffId: text,
    proposedBy: text,
    approvedBy: text,
    amount: minor,
    currency: text,
    on: day,
  }),
  'recovery-noted': fact('recovery-noted', 'Money came for a claim that is written off.', {
    writeOffId: text,
    paymentId: text,
    amount: minor,
    currency: text,
    valueDate: day,
    takenBack: z.literal(true).exactOptional().describe('So much was reversed or charged back.'),
    left: minor.exactOptional().describe('What stays of the payment, where that is not all or none of it.'),
  }),
};

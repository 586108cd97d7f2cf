import { z } from 'zod';
import { fact } from './case-fact-schema.js';
import { act, instant, notice, outcome, text, whole } from './case-shapes-schema.js';

/** What a case states of the acts it tried, and what they came to. */
export const contactFacts = {
  'contact-concluded': fact('contact-concluded', 'What an act came to.', {
    planId: text,
    act: act.exactOptional(),
    outcome,
    consumesTry: z.boolean(),
  }),
  'try-missed': fact('try-missed', 'A try passed without the act.', {
    planId: text,
    because: z.enum(['missed', 'withdrawn']),
  }),
  'act-awaited': fact('act-awaited', 'An act was sent or offered; its outcome is awaited.', {
    planId: text,
    awaiting: z.enum(['receipt', 'task']),
    until: instant,
  }),
  'alternative-called-in': fact('alternative-called-in', 'A step gave way to its alternative.', {
    round: whole,
    step: text,
    from: text,
    again: z.literal(true).exactOptional().describe('It was over for this round, and its tries count anew.'),
  }),
  'notice-given': fact('notice-given', 'A notice with legal effect was proved to have been given.', { notice }),
};

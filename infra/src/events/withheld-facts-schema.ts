import { fact } from './case-fact-schema.js';
import { instant, outcome, text } from './case-shapes-schema.js';
import { notJoined, permitWithheld } from './withheld-shapes-schema.js';

/** What a case states of contacts that did not begin, or began without it. */
export const withheldFacts = {
  'contact-withheld': fact('contact-withheld', 'A planned act did not begin, with the rules that said so.', {
    planId: text,
    outcome,
    until: instant.exactOptional(),
  }),
  'start-withheld': fact('start-withheld', 'Somebody might not begin their task. The plan stands.', {
    by: text,
    outcome,
  }),
  'permit-withheld': fact('permit-withheld', 'A holder of permits might not dial. The plan stands.', permitWithheld),
  'contact-not-joined': fact(
    'contact-not-joined',
    'A contact that its plan might have joined began without this loan. The plan stands.',
    notJoined,
  ),
};

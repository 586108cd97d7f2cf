import { z } from 'zod';
import { fact } from './case-fact-schema.js';
import { minor, text } from './case-shapes-schema.js';
import { promise, promiseRefused, promiseTold } from './promise-shapes-schema.js';

/** What a case states of promises to pay. */
export const promiseFacts = {
  'promise-made': fact('promise-made', 'An amount was promised by a day.', { promise }),
  'promise-judged': fact('promise-judged', 'A promise was kept or broken.', {
    promiseId: text,
    state: z.enum(['kept', 'broken']),
    received: minor,
    was: z.enum(['kept', 'broken']).exactOptional().describe('Found otherwise before: later news turned it.'),
  }),
  'promise-replaced': fact('promise-replaced', 'Another promise took the place of one that was open.', {
    promiseId: text,
    by: text,
    received: minor,
  }),
  'promise-refused': fact('promise-refused', 'What was promised is not taken, and why.', {
    told: z.array(promiseTold),
    because: promiseRefused,
  }),
};

import { z } from 'zod';
import { holdStops } from '../../holds/hold-stops.js';
import { purpose } from './gate-words.js';
import { ruleHead } from './rule-head.js';

/** What an event of a person or debt stops, how far, for how long, and which purposes are still allowed meanwhile (regulation survey section 5). */
export const holdOnEventShape = z.strictObject({
  ...ruleHead,
  kind: z.literal('hold-on-event'),
  event: z.enum([
    'dispute',
    'credit-dispute',
    'complaint',
    'cease-request',
    'opted-out',
    'represented',
    'insolvency',
    'death',
    'incapacity',
    'breathing-space',
    'hardship-claim',
    'vulnerability',
    'repayment-plan',
    'military-service',
    'disaster',
    'wrong-number',
    'identity-theft',
    'time-barred',
    'paid',
    'assigned',
    'legal-proceedings',
    'debt-adviser',
    'self-harm-risk',
    'original-creditor-requested',
  ]),
  /** Of an event of which there are two sorts: the sort the rule is about. Nobody having told which, both rules hold. */
  circumstance: z.enum(['standard', 'crisis']).optional(),
  stops: z.array(z.enum(holdStops)).min(1),
  scope: z.enum(['loan', 'person', 'point']),
  /** Absent: until `endsWith`. */
  days: z.int().min(1).max(3_650).optional(),
  endsWith: z.string().min(1),
  allowedWhileHeld: z.array(purpose),
});

export type HoldOnEvent = z.infer<typeof holdOnEventShape>;

import { gateInput } from '@recourse/domain/contact/gate-input-schema';
import { z } from 'zod';
import { gateTraceShape, refusalReason } from '../events/case-shapes-schema.js';

const rules = z.array(z.string()).describe('The rules that made it.');
const said = { v: z.literal(1), trace: gateTraceShape };

/** What `recourse gate check --json` answers, v1. */
export const gateAnswer = z.discriminatedUnion('verdict', [
  z.strictObject({ ...said, verdict: z.literal('allow') }),
  z.strictObject({
    ...said,
    verdict: z.literal('defer'),
    until: z.iso
      .datetime()
      .describe('The first instant at which every rule that defers would allow, by what is known now.'),
    rules,
  }),
  z.strictObject({ ...said, verdict: z.literal('refuse'), reason: refusalReason, rules }),
]);

/** What `recourse gate explain ATTEMPT --json` answers, v1: each time the gate was asked about the attempt, oldest first. */
export const gateExplained = z.strictObject({
  v: z.literal(1),
  attempt: z.string(),
  asked: z.array(z.strictObject({ came: z.string().describe('What the asking came to.'), gate: gateTraceShape })),
});

const asText = (schema: z.ZodType, title: string): string => {
  const made = z.toJSONSchema(schema, { io: 'input', reused: 'inline', unrepresentable: 'any' });
  return `${JSON.stringify({ title, ...made }, null, 2)}\n`;
};

/** The shapes at the contact gate's command line as JSON Schema, by file name under `docs/gate`. */
export const gateShapes = (): Map<string, string> =>
  new Map([
    [
      'question.v1.json',
      asText(
        gateInput(() => true),
        'A question to the contact gate',
      ),
    ],
    ['answer.v1.json', asText(gateAnswer, 'The answer of the contact gate')],
    ['explained.v1.json', asText(gateExplained, 'What the contact gate was asked about an attempt')],
  ]);

import { describe, expect, it } from 'vitest';
import type { OutcomeCode } from './outcome-codes.js';
import { outcomeTable, type OutcomeRow } from './outcome-table.js';

/**
 * Written from requirements.md (A Outcome codes, A4, A5, C4) and regulation.md (sections 1.1, 1.2, 5), not from the code.
 * Columns: connected, conversation, right party · next · hold · follow-up · why.
 * Hold: reason scope stops(c contact, e escalation, t timers) days, `-` for no end but a person's.
 */
const expected = `
no-answer                   | n n n | retry         |                              |                        | nobody took the call
busy                        | n n n | retry         |                              |                        | nobody took the call
powered-off                 | n n n | retry         |                              |                        | nobody took the call
invalid-number              | n n n | retry         | point-invalid                | repair-contact         | unreachable by this number: another point, or repair
voicemail                   | y n n | retry         |                              |                        | a message could be left: strictest reading counts it as connected
hung-up-before-verification | y n n | retry         |                              |                        | connected, but nobody knows to whom
hung-up-after               | y y y | retry         |                              |                        | the debtor was told; it counts (CN-FREQ-1), nothing is agreed
not-verified                | y n n | retry         |                              |                        | nothing may be said to who is not verified
third-party-relays          | y n n | retry         |                              |                        | asked to pass on a message (CN-3P-4)
third-party-refuses         | y n n | retry         | cease-request point c -      | repair-contact         | one refusal of a third party is for ever (CN-3P-2)
wrong-number                | y n n | retry         | wrong-number point c -       | repair-contact         | block the number for that debt at once
promise                     | y y y | await-promise |                              |                        | an amount by a date (C1)
pays-now                    | y y y | done          | payment-pending loan ce 2    |                        | the money is under way
already-paid                | y y y | done          | payment-pending loan ce 7    | verify-payment         | suspend at once on a pending payment (A5), find it
payment-pending             | y y y | done          | payment-pending loan ce 5    |                        | suspend at once on a pending payment (A5)
call-back-at                | y y y | call-back     |                              |                        | an agreed time binds
hardship                    | y y y | stop          | hardship-claim person cet 30 | assess-hardship        | pause escalation, offer a plan
refuses                     | y y y | done          |                              |                        | a recorded refusal opens the visit (A4)
disputes                    | y y y | stop          | dispute loan cet -           | answer-dispute         | hold on that debt until verification is sent
complains                   | y y y | stop          | complaint person cet -       | answer-complaint       | contact by the complaint team only, no escalation
asks-proof                  | y y y | stop          | proof-requested loan cet -   | send-proof             | proof of authority on request (C6)
asks-written                | y y y | done          | written-requested point c -  | send-written           | not by this point again; writing goes on
represented                 | y y y | stop          | represented person cet -     | contact-representative | reroute to the representative
deceased-reported           | y n n | stop          | death person cet -           | verify-death           | immediate hold; somebody else answered
incapacity                  | y n n | stop          | incapacity person cet -      | find-guardian          | re-target to the guardian
self-harm-risk              | y y y | stop          | self-harm-risk person cet -  | welfare-check          | immediate hold
language                    | y n n | retry         | language person c 3          | find-speaker           | nothing was understood: try with a speaker
`;

const flag = (value: boolean): string => (value ? 'y' : 'n');
const stopped: Record<string, string> = { contact: 'c', escalation: 'e', timers: 't' };

const holdText = ({ hold, pointInvalid }: OutcomeRow): string => {
  if (pointInvalid) return 'point-invalid';
  return hold
    ? `${hold.reason} ${hold.scope} ${hold.stops.map((stop) => stopped[stop] ?? stop).join('')} ${hold.days ?? '-'}`
    : '';
};

const textOf = (row: OutcomeRow): string[] => [
  [row.connected, row.conversation, row.rightParty].map(flag).join(' '),
  row.next,
  holdText(row),
  row.followUp ?? '',
];

const rows = expected
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([code, ...cells]) => [code as OutcomeCode, cells.slice(0, 4), cells[4]] as const);

describe('the outcome table', () => {
  it('has exactly the 27 codes of the requirements', () => {
    expect(rows).toHaveLength(27);
    expect(Object.keys(outcomeTable).sort()).toEqual(rows.map(([code]) => code).sort());
  });

  it.each(rows)('says of %s what the requirements say', (code, cells) => {
    expect(textOf(outcomeTable[code])).toEqual(cells);
  });

  it('knows no conversation without a connection, and none but with the right party', () => {
    for (const [code, { connected, conversation, rightParty }] of Object.entries(outcomeTable))
      expect(!conversation || (connected && rightParty), code).toBe(true);
  });

  it('stops every outcome that says stop by a hold on contact and escalation', () => {
    for (const [code, { next, hold }] of Object.entries(outcomeTable)) {
      if (next === 'stop')
        expect(hold?.stops, code).toEqual(expect.arrayContaining(['contact', 'escalation', 'timers']));
    }
  });

  it('lets no hold run for ever without a person who must end it', () => {
    for (const [code, { hold, followUp }] of Object.entries(outcomeTable)) {
      if (hold && hold.days === undefined) expect(followUp, code).toBeDefined();
    }
  });
});

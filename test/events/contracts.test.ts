import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import type { CaseFact, CaseFactType } from '@recourse/domain/case/case-facts';
import { caseEventData, caseEventType } from '@recourse/infra/events/case-events-schema';
import { contactOutcomeType } from '@recourse/infra/events/contact-outcomes-schema';
import { contractDifferences } from '@recourse/infra/events/contract-differences';
import { contracts } from '@recourse/infra/events/contracts';
import { eventCatalog } from '@recourse/infra/events/event-catalog';
import { servicingEventType, type ServicingEventName } from '@recourse/infra/events/servicing-events-schema';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { aWorld, missed as caseMissed, paid as casePaid, tell } from '../builders/case-world.js';
import { missed, paid } from '../builders/loan-records.js';
import { moneyData, moneyEventNames, type MoneyEventName } from '../builders/money-events.js';
import { playUntil } from '../builders/play-case.js';
import { scheduleData, scheduleEventNames, type ScheduleEventName } from '../builders/schedule-events.js';
import { takenOn } from '../builders/taken-on.js';

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
addFormats.default(ajv);
const files = contracts();
const schemaOf = (type: string): object => JSON.parse(files.get(`schemas/${type}.json`) ?? '') as object;
const compiled = new Map<string, ValidateFunction>();
const faults = (type: string, data: unknown): string[] => {
  const check = compiled.get(type) ?? ajv.compile(schemaOf(type));
  compiled.set(type, check);
  check(data);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const samples: Record<ServicingEventName, unknown> = {
  'instalment-missed': missed(),
  'instalment-met': { instalment: missed(2).instalment, asOf: '2026-02-10' },
  'payment-received': paid('pay-1', 100),
  'payment-reversed': { paymentId: 'pay-1', reversedOn: '2026-01-20', reason: 'returned' },
  ...(Object.fromEntries(moneyEventNames.map((name) => [name, moneyData(name)])) as Record<MoneyEventName, unknown>),
  ...(Object.fromEntries(scheduleEventNames.map((name) => [name, scheduleData(name)])) as Record<
    ScheduleEventName,
    unknown
  >),
  'loan-closed': { reason: 'paid-off' },
  'loan-taken-on': takenOn(),
  'person-died': { personId: 'P1' },
  'person-insolvent': { personId: 'P1' },
  'person-opted-out': { personId: 'P1' },
  'person-protected': { personId: 'P1', reason: 'breathing-space' },
  'dispute-raised': { channel: 'borrower', ground: 'amount', raisedOn: '2026-01-10' },
  'complaint-raised': { personId: 'P1', channel: 'regulator', ground: 'too-often', raisedOn: '2026-01-10' },
  'person-merged': { from: 'P2', into: 'P1' },
};

/** Every kind of fact a case stated while it was played up the ladder, paid, and played on. */
function factsOfAPlayedCase(): CaseFact[] {
  const world = aWorld();
  tell(world, caseMissed(world, 1, '2026-01-01'));
  playUntil(world, '2026-06-20T00:00:00.000Z', (act, nth) =>
    act === 'place-call' ? (nth % 3 === 0 ? 'promise' : 'no-answer') : 'delivered',
  );
  world.now = '2026-06-20T00:00:00.000Z';
  tell(world, casePaid(world, 'a', 101_000, '2026-06-20'));
  playUntil(world, '2026-09-20T00:00:00.000Z', () => 'delivered');
  const paidInGrace = aWorld();
  tell(paidInGrace, caseMissed(paidInGrace, 1, '2026-01-01'));
  tell(paidInGrace, casePaid(paidInGrace, 'b', 101_000, '2026-01-02'));
  return [...world.facts, ...paidInGrace.facts];
}

describe('the event contract', () => {
  test('docs/events is what the schemas say', () => {
    expect(contractDifferences(join(repoRoot, 'docs/events'), files)).toEqual({ different: [], superfluous: [] });
  });

  test('a file that was changed, is missing or belongs to nothing is named', () => {
    const dir = mkdtempSync(join(tmpdir(), 'contracts-'));
    writeFileSync(join(dir, 'a.json'), 'edited');
    writeFileSync(join(dir, 'old.json'), '');

    const differences = contractDifferences(
      dir,
      new Map([
        ['a.json', 'a'],
        ['b.json', 'b'],
      ]),
    );

    rmSync(dir, { recursive: true });
    expect(differences).toEqual({ different: ['a.json', 'b.json'], superfluous: ['old.json'] });
  });

  test('AsyncAPI accepts the document without an error', async () => {
    const { document, diagnostics } = await new Parser().parse(
      readFileSync(join(repoRoot, 'docs/events/asyncapi.json'), 'utf8'),
    );

    expect(diagnostics.filter(({ severity }) => severity < 2)).toEqual([]);
    expect(document?.messages().all()).toHaveLength(eventCatalog().flatMap(({ events }) => events).length);
  }, 60_000);

  test.each(Object.entries(samples))(
    '%s as servicing writes it is valid for someone who has only the JSON Schema',
    (name, data) => {
      expect(faults(servicingEventType(name as ServicingEventName), data)).toEqual([]);
    },
  );

  test('outcomes as partners write them are valid', () => {
    const attempt = 'demo/L1/1/1/call-1/1';
    const at = '2026-01-12T02:00:00+08:00';

    expect(faults(contactOutcomeType('message-receipt'), { attempt, status: 'failed', at })).toEqual([]);
    expect(
      faults(contactOutcomeType('call-finished'), {
        attempt,
        code: 'promise',
        details: { promise: { amount: 1, by: '2026-01-20' } },
        at,
      }),
    ).toEqual([]);
    expect(
      faults(contactOutcomeType('partner-reported'), {
        placement: attempt,
        report: 'returned',
        reason: 'term over',
        at,
      }),
    ).toEqual([]);
    const contact = { placement: attempt, person: 'p1', point: 'm1', channel: 'call', code: 'busy', at };
    expect(faults(contactOutcomeType('agency-contact-reported'), contact)).toEqual([]);
  });

  test('a wrong field is found by someone who has only the JSON Schema', () => {
    expect(faults(servicingEventType('payment-received'), paid('pay-1', 1.5))).toEqual(['/amount must be integer']);
    expect(faults(servicingEventType('payment-received'), paid('pay-1', 1, { valueDate: '2026-02-30' }))).toEqual([
      '/valueDate must match format "date"',
    ]);
  });

  test('what a case states while it climbs, is paid and closes is what the contract says, field by field', () => {
    const facts = factsOfAPlayedCase();

    for (const fact of facts) {
      const entry = { caseId: 'demo/L1/1', seq: 1, fact, consumedThrough: 1, actor: 'case', prevHash: '', hash: '' };
      expect(faults(caseEventType(fact.type), entry)).toEqual([]);
      // The schema drops what it does not know: equal means nothing is missing from the contract.
      expect(caseEventData(fact.type).parse(entry)).toEqual(entry);
    }
    const stated = new Set(facts.map(({ type }) => type));
    const expected: CaseFactType[] = [
      'case-opened',
      'stage-entered',
      'step-planned',
      'contact-concluded',
      'handed-over',
      'promise-made',
      'case-closed',
    ];
    expect(expected.filter((type) => !stated.has(type))).toEqual([]);
  }, 60_000);
});

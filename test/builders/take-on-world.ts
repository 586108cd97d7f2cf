import { decide } from '@recourse/domain/case/decide';
import { evolve, unopened } from '@recourse/domain/case/evolve';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { TakenOn, ToldContact } from '@recourse/domain/case/taken-on';
import { localDay } from '@recourse/domain/calendar/local-time';
import type { Channel } from '@recourse/domain/contact/channel';
import { outcomeTable } from '@recourse/domain/contact/outcome-table';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { LoanEvent } from '@recourse/activities/intake/loan-event';
import type { IntakeWrite } from '@recourse/activities/intake/intake-store';
import { judgeIntake } from '@recourse/activities/intake/judge-intake';
import type { Seen } from '@recourse/domain/case/seen';
import { aWorld, seenBy, type CaseWorld } from './case-world.js';
import { noLaw } from './no-law.js';

const zone = { zone: 'Asia/Shanghai', offsets: [[0, 480]] as [number, number][] };

const channelOf = ({ act }: Extract<CaseFact, { type: 'contact-concluded' }>): Channel | undefined => {
  if (act?.kind === 'send-reminder' || act?.kind === 'send-notice') return act.channel;
  if (act?.kind === 'place-call') return act.by === 'desk' ? 'call' : act.by;
  return act?.kind === 'arrange-visit' ? 'visit' : undefined;
};

const contactsOf = (facts: readonly CaseFact[]): ToldContact[] =>
  facts.flatMap((fact, nth) => {
    const channel = fact.type === 'contact-concluded' ? channelOf(fact) : undefined;
    if (fact.type !== 'contact-concluded' || channel === undefined) return [];
    const { outcome, at } = fact;
    const { connected, conversation, rightParty } =
      outcome.result === 'answered'
        ? outcomeTable[outcome.code]
        : { connected: outcome.result === 'delivered', conversation: false, rightParty: false };
    return [{ contactId: `c-${nth}`, personId: 'p1', channel, at, connected, conversation, rightParty }];
  });

/** What the one who collected a loan before us would tell of it: everything that happened in this world. */
export const toldOf = (world: CaseWorld, change: Partial<TakenOn> = {}): TakenOn => {
  const { position, terms, kase, facts, now } = world;
  return {
    terms,
    asOf: position.outstandingAsOf ?? localDay(now, zone),
    arrearsTotal: amountsOn(position, 'now').arrears,
    outstandingTotal: position.outstanding,
    instalments: position.instalments,
    payments: position.payments,
    ...(position.charges && { charges: position.charges }),
    ...(position.waivers && { waivers: position.waivers }),
    ...(position.moneyOut && { moneyOut: position.moneyOut }),
    notices: kase?.notices ?? [],
    contacts: contactsOf(facts),
    contactsToldUntil: now,
    holds: (kase?.holds ?? []).flatMap(({ reason, stops, from, until, endedAt, scope }, nth) => {
      const end = endedAt ?? until;
      const point = 'point' in scope ? { pointId: scope.point } : {};
      return end !== undefined && end <= from
        ? []
        : [{ holdId: `h-${nth}`, reason, stops, from, ...(end && { until: end }), ...point }];
    }),
    ...(kase?.refusedOn && { refusedOn: kase.refusedOn }),
    ...change,
  };
};

/** Ingest takes the loan on as the books told it. @throws when it is refused */
export const takenIn = (told: TakenOn, now: string): IntakeWrite => {
  const fact = { type: 'loan-taken-on' as const, eventId: 'taken-on-loan-1', occurredAt: now, ...told };
  const event: LoanEvent = { tenant: 'test', loanId: 'loan-1', source: '/take-on', fact, contentHash: '' };
  const judged = judgeIntake(
    event,
    { topic: 't', partition: 0, offset: '1' },
    { now, wall: new Date(now), tenantKnown: true, loansOfPerson: [] },
    noLaw,
  );
  if (judged.verdict !== 'accept') throw new Error(JSON.stringify(judged));
  return judged.write;
};

/** A world in which the loan came to us at `now` with this history; its case has taken its first turn. */
export const takeOn = (told: TakenOn, now: string, change: (seen: Seen) => Seen = (seen) => seen): CaseWorld => {
  const { loan, items } = takenIn(told, now);
  const world: CaseWorld = {
    ...aWorld(now),
    position: loan.position,
    version: loan.positionVersion,
    terms: told.terms,
    n: 1,
  };
  const [first] = items;
  if (!first) return world;
  const seen = change({ ...seenBy(world), loanHolds: loan.holds, ...(loan.carry && { carry: loan.carry }) });
  const { facts } = decide(undefined, world.caseId, [{ ...first.item, n: 1 } as never], seen, now);
  world.facts.push(...facts);
  world.kase = facts.reduce(evolve, unopened);
  return world;
};

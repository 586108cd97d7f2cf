import { sealEntry } from '@recourse/domain/audit/journal-hash';
import { canonicalJson } from '@recourse/domain/audit/canonical-json';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { Hold } from '@recourse/domain/holds/hold';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Input } from '@recourse/domain/case/case-inputs';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { decide } from '@recourse/domain/case/decide';
import { unopened } from '@recourse/domain/case/evolve';
import type { Rules, Seen } from '@recourse/domain/case/seen';
import { actorOf } from './actor-of.js';
import { foldEntry } from './fold-journal.js';
import { taskOpened } from './tasks-of-turn.js';
import type { Answer, TurnRead, TurnWrite } from './turn-store.js';

/** What a turn writes, from what it read: pure. Without entries when the case has nothing to say, or cannot close yet. */
export function judgeTurn(read: TurnRead, inputs: Input[], rules: Rules): TurnWrite {
  const { facts, plan } = decide(read.kase, read.caseId, inputs, seenBy(read, rules), read.now);
  const before = read.kase ?? unopened;

  // An act under way may still change what the case leaves behind: it closes when the act's outcome is in its inbox.
  const closing = facts.find((fact) => fact.type === 'case-closed');
  if (facts.length === 0 || (closing && read.unconcluded.some(({ status }) => status === 'begun')))
    return nothing(read);

  const { entries, kase } = record(read, inputs, before, facts);
  const holdsPlaced = newHolds(read, facts);
  const holdsEnded = endedHolds(read, kase, facts);
  if (canonicalJson(kase.plan) !== canonicalJson(plan))
    throw new Error(`case ${read.caseId}: its facts do not fold to the plan it decided`);
  return {
    entries,
    kase,
    consumed: read.inbox.map((input) => answered(input, facts)),
    tasksOpened: facts
      .filter((fact) => fact.type === 'task-opened')
      .map((fact) => taskOpened(fact, kase, read.offering?.siblings ?? [], rules.contacts.mergeWindowMinutes)),
    tasksClosed: tasksClosed(read, facts),
    holdsPlaced,
    holdsEnded,
    tells: tellsOfPerson(holdsPlaced, holdsEnded, read.now),
    ...(closing ? { closes: { ending: closing.ending, carry: closing.carry } } : {}),
  };
}

function seenBy({ caseId, kase, loan, people, related, unconcluded }: TurnRead, rules: Rules): Seen {
  if (!loan.terms) throw new Error(`case ${caseId}: its loan has no terms yet`);
  if (!kase && loan.openCase !== caseId) throw new Error(`case ${caseId} is not the open case of its loan`);
  const position = { ...loan.position, version: loan.positionVersion };
  return {
    position,
    terms: loan.terms,
    people,
    ...(related && { related }),
    rules,
    loanHolds: loan.holds,
    underWay: unconcluded.map(({ planId }) => planId),
    unresolved: loan.unresolved,
    ...(loan.carry ? { carry: loan.carry } : {}),
  };
}

/** @throws when the case cannot even open: its first turn always says something. */
function nothing({ caseId, kase }: TurnRead): TurnWrite {
  if (!kase) throw new Error(`case ${caseId} has no journal, and its turn opens none`);
  return {
    entries: [],
    kase,
    consumed: [],
    tasksOpened: [],
    tasksClosed: [],
    holdsPlaced: [],
    holdsEnded: [],
    tells: [],
  };
}

function record(
  { caseId, inbox }: TurnRead,
  inputs: Input[],
  before: CollectionCase,
  facts: readonly CaseFact[],
): { entries: JournalEntry[]; kase: CollectionCase } {
  const consumedThrough = inbox.at(-1)?.n ?? before.consumedThrough;
  const entries: JournalEntry[] = [];
  let kase = before;
  for (const fact of facts) {
    const entry = sealEntry({
      caseId,
      seq: kase.seq + 1,
      fact,
      consumedThrough,
      actor: actorOf(fact.cause, inputs),
      prevHash: kase.head,
    });
    entries.push(entry);
    kase = foldEntry(kase, entry);
  }
  return { entries, kase };
}

type Refused = Extract<CaseFact, { type: 'matter-refused' | 'limitation-refused' | 'write-off-refused' }>;

const isRefusal = (fact: CaseFact): fact is Refused =>
  fact.type === 'matter-refused' || fact.type === 'limitation-refused' || fact.type === 'write-off-refused';

function answered(input: Input, facts: readonly CaseFact[]): { itemId: string; answer?: Answer } {
  const { itemId } = input;
  if (input.kind !== 'command') return { itemId };
  const refused = facts.find((fact) => fact.type === 'arrangement-refused' && fact.cause === itemId);
  if (refused?.type === 'arrangement-refused')
    return { itemId, answer: { accepted: false, reason: refused.refused.map(({ because }) => because).join(' ') } };
  const undone = facts.find((fact): fact is Refused => isRefusal(fact) && fact.cause === itemId);
  if (undone) return { itemId, answer: { accepted: false, reason: undone.because } };
  const ignored = facts.find(
    (fact) => fact.type === 'input-noted' && fact.cause === itemId && fact.ignored !== undefined,
  );
  if (ignored?.type !== 'input-noted' || !ignored.ignored) return { itemId, answer: { accepted: true } };
  return { itemId, answer: { accepted: false, reason: ignored.ignored } };
}

/** Those the case closes, and those another case opened and this one's conversation has answered. */
function tasksClosed({ inbox, now }: TurnRead, facts: readonly CaseFact[]): TurnWrite['tasksClosed'] {
  const closed = facts.flatMap((fact) =>
    fact.type === 'task-closed' ? [{ taskId: fact.taskId, because: fact.because, at: fact.at }] : [],
  );
  const answers = inbox.flatMap((input) =>
    input.kind === 'task-answer' ? [{ taskId: input.taskId, because: 'answered' as const, at: now }] : [],
  );
  return [...closed, ...answers.filter(({ taskId }) => !closed.some((task) => task.taskId === taskId))];
}

/** As loan and people hold it already. */
function recorded(holdId: string, { loan, people }: TurnRead): Hold | undefined {
  return [...loan.holds, ...people.flatMap(({ holds }) => holds)].find(({ id }) => id === holdId);
}

function newHolds(read: TurnRead, facts: readonly CaseFact[]): Hold[] {
  return facts.flatMap((fact) =>
    fact.type === 'hold-placed' && !isOwnOfCase(fact.hold) && !recorded(fact.hold.id, read) ? [fact.hold] : [],
  );
}

/** Not those the case only found ended. */
function endedHolds(read: TurnRead, kase: CollectionCase, facts: readonly CaseFact[]): TurnWrite['holdsEnded'] {
  return facts.flatMap((fact) =>
    fact.type === 'hold-ended' && recorded(fact.holdId, read)?.endedAt === undefined
      ? kase.holds.filter(({ id }) => id === fact.holdId).map((hold) => ({ hold, at: fact.at }))
      : [],
  );
}

/** A person's holds are those of all the person's cases. When one runs out by itself each of them knows the day. */
function tellsOfPerson(placed: readonly Hold[], ended: TurnWrite['holdsEnded'], now: string): TurnWrite['tells'] {
  const told = [
    ...placed.map((hold) => ({ hold, itemId: `hold/${hold.id}` })),
    ...ended
      .filter(({ hold, at }) => hold.until === undefined || hold.until > at)
      .map(({ hold, at }) => ({ hold: { ...hold, endedAt: at }, itemId: `hold/${hold.id}/ended` })),
  ];
  return told.flatMap(({ hold, itemId }) =>
    'person' in hold.scope
      ? [{ personId: hold.scope.person, item: { kind: 'hold-reported', itemId, at: now, hold } }]
      : [],
  );
}

/** Holds that rest on something the loan itself shows (what is parked, who is unknown, what does not match) live and end with the case. */
function isOwnOfCase({ reason }: Hold): boolean {
  return reason === 'verification' || reason === 'loan-mismatch' || reason === 'unresolved-event';
}

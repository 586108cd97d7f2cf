import type { Acceleration } from './acceleration.js';
import { billedTwice } from './billed-twice.js';
import { sameComponents, sumOf } from './components.js';
import type { CreditorChange } from './creditor-change.js';
import type { Instalment, Position } from './position.js';
import type { Restructuring } from './restructuring.js';
import type { ScheduleFact } from './schedule-fact.js';

/** Why such a fact contradicts what is known. `field`: path inside the fact. */
export type ScheduleRefusal = {
  refused:
    | 'currency-differs'
    | 'amount-invalid'
    | 'restructuring-differs'
    | 'acceleration-differs'
    | 'creditor-differs'
    | 'instalment-differs'
    | 'instalment-overlaps';
  field: string;
  reason: string;
};

type Folded = { position: Position } | ScheduleRefusal;
type Of<T extends ScheduleFact['type']> = Extract<ScheduleFact, { type: T }>;

const refuse = (refused: ScheduleRefusal['refused'], field: string, reason: string): ScheduleRefusal => ({
  refused,
  field,
  reason,
});

/** Without what was found or told later; an absent field and an undefined one are the same. */
const differingField = (known: object, told: object, beside: readonly string[] = []): string | undefined => {
  const [a, b] = [known, told].map((each) => new Map<string, unknown>(Object.entries(each)));
  return [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])]
    .filter((field) => !beside.includes(field))
    .sort()
    .find((field) => JSON.stringify(a?.get(field)) !== JSON.stringify(b?.get(field)));
};

const sorted = <T>(all: readonly T[], idOf: (each: T) => string): T[] =>
  [...all].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

/** Two schedules that bill one number, or an older one that replaces what the newer only begins to bill. */
const overlap = (a: Restructuring, b: Restructuring): boolean => {
  const numbers = new Set(a.instalments.map(({ number }) => number));
  const replacedBy = (old: Restructuring, billed: Restructuring): boolean =>
    old.on <= billed.on &&
    billed.instalments.some(({ number }) => number >= old.replaces.from && number <= old.replaces.to);
  return b.instalments.some(({ number }) => numbers.has(number)) || replacedBy(a, b) || replacedBy(b, a);
};

/** Of two schedules one replaces nothing but what the other has replaced already, or both replace the same on one day: both would bill the debt. */
const replacesAgain = (a: Restructuring, b: Restructuring): boolean => {
  const [first, then] = a.on <= b.on ? [a.replaces, b.replaces] : [b.replaces, a.replaces];
  return a.on === b.on
    ? first.from <= then.to && then.from <= first.to
    : first.from <= then.from && then.to <= first.to;
};

const foldRestructuring = (position: Position, fact: Of<'loan-restructured'>): Folded => {
  const { restructuringId, on, replaces, takenOver, overdue, instalments } = fact;
  const told: Restructuring = { restructuringId, on, replaces, takenOver, overdue, instalments };
  const all = position.restructurings ?? [];
  const known = all.find((each) => each.restructuringId === restructuringId);
  if (known) {
    const field = differingField(known, told);
    return field === undefined
      ? { position }
      : refuse('restructuring-differs', field, `${restructuringId} is known with another ${field}`);
  }
  if ([told.takenOver, ...instalments.map(({ due }) => due)].some((due) => !Number.isSafeInteger(sumOf(due))))
    return refuse('amount-invalid', 'instalments', 'comes to more than a safe integer of minor units');
  const numbers = new Set(instalments.map(({ number }) => number));
  if (numbers.size < instalments.length || instalments.some(({ number }) => number <= replaces.to))
    return refuse(
      'instalment-overlaps',
      'instalments',
      'every new instalment has a number above all that are replaced',
    );
  const other = all.find((each) => overlap(each, told));
  if (other)
    return refuse(
      'instalment-overlaps',
      'instalments',
      `bills numbers that ${other.restructuringId} bills or replaces`,
    );
  const again = all.find((each) => replacesAgain(each, told));
  if (again)
    return refuse('instalment-overlaps', 'replaces', `names what ${again.restructuringId} has replaced already`);
  for (const instalment of position.instalments) {
    const planned = instalments.find(({ number }) => number === instalment.number);
    if (planned && (planned.dueOn !== instalment.dueOn || !sameComponents(planned.due, instalment.due)))
      return refuse('instalment-differs', 'instalments', `instalment ${planned.number} is known with other content`);
  }
  return { position: { ...position, restructurings: sorted([...all, told], (each) => each.restructuringId) } };
};

type Notice = Acceleration['notice'];

/** A notice may be told of later than the acceleration, and its proof later still. */
const isSameNotice = (known: Notice, told: Notice): boolean =>
  known === undefined ||
  told === undefined ||
  (known.kind === told.kind &&
    known.sentOn === told.sentOn &&
    (known.provedOn === undefined || told.provedOn === undefined || known.provedOn === told.provedOn));

const provesMore = (known: Notice, told: Notice): boolean =>
  (known === undefined && told !== undefined) || (known?.provedOn === undefined && told?.provedOn !== undefined);

const undoing = ({ undoneOn, undoneBecause }: Pick<Acceleration, 'undoneOn' | 'undoneBecause'> = {}) => ({
  ...(undoneOn !== undefined && { undoneOn }),
  ...(undoneBecause && { undoneBecause }),
});

const foldAcceleration = (position: Position, fact: Of<'loan-accelerated'>): Folded => {
  const { accelerationId, on, from, due, notice, against } = fact;
  const all = position.accelerations ?? [];
  const known = all.find((each) => each.accelerationId === accelerationId);
  const early = position.earlyUndoings?.find((each) => each.accelerationId === accelerationId);
  const told: Acceleration = {
    accelerationId,
    on,
    from,
    due,
    ...(notice && { notice }),
    ...undoing(early),
    ...(against && against.length > 0 && { against }),
  };
  if (known) {
    const field =
      differingField(known, told, ['undoneOn', 'undoneBecause', 'against', 'notice']) ??
      (isSameNotice(known.notice, notice) ? undefined : 'notice');
    if (field !== undefined)
      return refuse('acceleration-differs', field, `${accelerationId} is known with another ${field}`);
    // What the law said of it when it first came stays, unless more is proved of its notice now.
    if (!provesMore(known.notice, notice)) return { position };
    const anew = { ...told, ...undoing(known) };
    return { position: { ...position, accelerations: all.map((each) => (each === known ? anew : each)) } };
  }
  if (!Number.isSafeInteger(sumOf(due)) || sumOf(due) <= 0)
    return refuse('amount-invalid', 'due', 'what falls due is a positive safe integer of minor units');
  const before = position.instalments.find((each) => billedTwice(position, told, each));
  if (before)
    return refuse(
      'instalment-overlaps',
      'from',
      `stands for instalment ${before.number}, which fell due on ${before.dueOn} and is owed by itself`,
    );
  const { earlyUndoings = [], ...rest } = position;
  const waiting = earlyUndoings.filter((each) => each !== early);
  const accelerations = sorted([...all, told], (each) => each.accelerationId);
  return { position: { ...rest, accelerations, ...(waiting.length > 0 && { earlyUndoings: waiting }) } };
};

/** What undoes an acceleration nobody told of yet is remembered until it comes. */
const foldUndoing = (position: Position, { accelerationId, undoneOn, because }: Of<'acceleration-undone'>): Folded => {
  const { accelerations = [], earlyUndoings = [] } = position;
  const isIt = (each: { accelerationId: string }): boolean => each.accelerationId === accelerationId;
  const known = accelerations.find(isIt);
  const { undoneOn: knownOn, undoneBecause: knownWhy } = known ?? earlyUndoings.find(isIt) ?? {};
  if (knownOn !== undefined) {
    const differs = (field: string, was: string, not: string): ScheduleRefusal =>
      refuse('acceleration-differs', field, `${accelerationId} is known as undone ${was}, not ${not}`);
    if (knownOn !== undoneOn) return differs('undoneOn', `on ${knownOn}`, undoneOn);
    if (because === undefined || because === knownWhy) return { position };
    if (knownWhy !== undefined) return differs('because', `because: ${knownWhy}`, because);
  }
  const told = { undoneOn, ...(because && { undoneBecause: because }) };
  if (known)
    return {
      position: {
        ...position,
        accelerations: accelerations.map((each) => (each === known ? { ...known, ...told } : each)),
      },
    };
  const others = earlyUndoings.filter((each) => !isIt(each));
  const early = sorted([...others, { accelerationId, ...told }], (each) => each.accelerationId);
  return { position: { ...position, earlyUndoings: early } };
};

const foldCreditor = (position: Position, { changeId, to, on, notifiedOn }: Of<'creditor-changed'>): Folded => {
  const all = position.creditors ?? [];
  const told: CreditorChange = { changeId, to, on, ...(notifiedOn !== undefined && { notifiedOn }) };
  const known = all.find((each) => each.changeId === changeId);
  if (!known) return { position: { ...position, creditors: sorted([...all, told], (each) => each.changeId) } };
  const beside = known.notifiedOn === undefined || notifiedOn === undefined ? ['notifiedOn'] : [];
  const field = differingField(known, told, beside);
  if (field !== undefined) return refuse('creditor-differs', field, `${changeId} is known with another ${field}`);
  if (notifiedOn === undefined || known.notifiedOn === notifiedOn) return { position };
  return { position: { ...position, creditors: all.map((each) => (each === known ? told : each)) } };
};

/** What contradicts the new schedule that bills an instalment's number, or the acceleration that stands for it, if one is known. */
export const againstSchedule = (
  { restructurings = [], accelerations = [] }: Position,
  told: Pick<Instalment, 'number' | 'dueOn' | 'due'>,
): ScheduleRefusal | undefined => {
  const twice = accelerations.find((each) => billedTwice({ restructurings }, each, told));
  if (twice)
    return refuse(
      'instalment-overlaps',
      'instalment.number',
      `is among those that ${twice.accelerationId} of ${twice.on} stands for, but fell due before it`,
    );
  const planned = restructurings.flatMap(({ instalments }) => instalments).find(({ number }) => number === told.number);
  if (!planned) return undefined;
  if (planned.dueOn !== told.dueOn)
    return refuse(
      'instalment-differs',
      'instalment.dueOn',
      `instalment ${told.number} is scheduled for ${planned.dueOn}, not ${told.dueOn}`,
    );
  if (!sameComponents(planned.due, told.due))
    return refuse('instalment-differs', 'instalment.due', `instalment ${told.number} is scheduled with other amounts`);
  return undefined;
};

/** Adds what happens to the contract to what a loan owes. The same again gives the same object back; another content under a known id is refused. */
export const foldScheduleFact = (position: Position, fact: ScheduleFact): Folded => {
  if ('currency' in fact && fact.currency !== position.currency)
    return refuse(
      'currency-differs',
      'currency',
      `the loan is kept in ${position.currency}, the fact says ${fact.currency}`,
    );
  switch (fact.type) {
    case 'loan-restructured':
      return foldRestructuring(position, fact);
    case 'loan-accelerated':
      return foldAcceleration(position, fact);
    case 'acceleration-undone':
      return foldUndoing(position, fact);
    case 'creditor-changed':
      return foldCreditor(position, fact);
    default:
      return fact satisfies never;
  }
};

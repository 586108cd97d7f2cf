import { readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import type { Input } from '@recourse/domain/case/case-inputs';
import { nowOf } from '@recourse/activities/clock/now-of';
import { seenPeople } from '@recourse/activities/turn/seen-people';
import { seenRelated } from '@recourse/activities/turn/seen-related';
import type { Sibling, TurnRead } from '@recourse/activities/turn/turn-store';
import { mergesOf } from '@recourse/activities/people/merges-of';
import type { ActRecord } from '@recourse/activities/records/act-record';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { Collections } from './collections.js';
import { inNamesOfNow } from './find-person.js';
import { keysWithin, readTogether } from './read-together.js';

/**
 * Reads what a turn may see, without a transaction, in the one order that is safe:
 * the case first (its version guards the write), acts before the inbox (an outcome is in the inbox as soon as its act is concluded),
 * the inbox before clock, loan and people (what they say is then at least as new as what the inbox tells of).
 */
export async function readTurn(
  collections: Collections,
  caseId: string,
  wall: () => Date,
): Promise<TurnRead | undefined> {
  const { tenant, loanId } = readCaseId(caseId);
  const found = await collections.cases.findOne({ _id: caseId });
  const outstanding = await collections.acts
    .find({ 'covers.caseId': caseId, status: { $in: ['begun', 'accepted'] } }, { projection: { covers: 1, status: 1 } })
    .toArray();
  const items = await collections.inbox
    .find({ caseId, n: { $gt: found?.consumedThrough ?? 0 }, consumed: false })
    .sort({ n: 1 })
    .toArray();
  const read = await readTogether(collections, undefined, tenant, {
    loans: { from: 'loans', values: [tenantKey(tenant, loanId)] },
    related: { from: 'persons', by: 'relations.to', values: { computed: debtorsOfLoan } },
    persons: { from: 'persons', values: keysWithin(tenant, debtorsOfLoan) },
  });
  const [loan] = read?.loans ?? [];
  if (!read || !loan) return undefined;
  const { people: persons, merges } = await inNamesOfNow(collections, undefined, tenant, read.persons);
  // Read before two records were merged, or told of before: said of the one person there is.
  const terms = inOneName(loan.terms, merges);
  const debtorIds = (terms?.debtors ?? []).map(({ personId }) => personId);
  const related =
    merges.length === 0
      ? read.related.filter((person) => person.tenant === tenant)
      : await collections.persons.find({ 'relations.to': { $in: debtorIds }, tenant }).toArray();
  const inbox = inOneName(
    items.map(({ input }) => input),
    [...merges, ...related.flatMap(mergesOf)],
  );
  const offering = inbox.some(isOffer)
    ? await readOffering(
        collections,
        caseId,
        persons.flatMap(({ loans }) => loans),
      )
    : undefined;

  const { clock, strategy } = read.tenant;
  const { _id, ...kase } = found ?? { _id: undefined };
  return {
    caseId,
    now: nowOf(read.tenant, wall()),
    clockKind: clock.kind,
    strategyName: strategy,
    ...(found ? { kase: kase as Omit<typeof found, '_id'> } : {}),
    loan: { ...loan, ...(terms && { terms }) },
    inbox,
    people: seenPeople(terms, persons),
    related: seenRelated(terms, related, persons),
    unconcluded: outstanding.flatMap((act) => ofCase(act, caseId)),
    ...(offering ? { offering } : {}),
  };
}

// Said loan by loan, debtor by debtor: the local server does not follow a path through an array.
const debtorsOfLoan = {
  $let: {
    vars: { loan: { $first: '$loans' } },
    in: { $map: { input: { $ifNull: ['$$loan.terms.debtors', []] }, as: 'debtor', in: '$$debtor.personId' } },
  },
};

const isOffer = (input: Input): boolean => input.kind === 'act-outcome' && input.outcome.result === 'offered';

function ofCase(
  { _id, covers, status }: Pick<ActRecord, '_id' | 'covers' | 'status'>,
  caseId: string,
): TurnRead['unconcluded'] {
  if (status === 'concluded') return [];
  return covers.filter((cover) => cover.caseId === caseId).map(({ planId }) => ({ planId, actId: _id, status }));
}

/** The open cases of the same people's other loans, and the open task of another case that already covers this one. */
async function readOffering(
  collections: Collections,
  caseId: string,
  loanIds: string[],
): Promise<TurnRead['offering']> {
  const { tenant, loanId } = readCaseId(caseId);
  const others = loanIds.filter((id) => id !== loanId).map((id) => tenantKey(tenant, id));
  const task = await collections.tasks.findOne(
    { 'covers.caseId': caseId, status: 'open', kind: { $in: ['call', 'visit'] } },
    { projection: { covers: 1 } },
  );
  const loans =
    others.length > 0
      ? await collections.loans.find({ _id: { $in: others } }, { projection: { openCase: 1 } }).toArray()
      : [];
  const open = loans.flatMap(({ openCase }) => openCase ?? []);
  const cases =
    open.length > 0
      ? await collections.cases
          .find({ _id: { $in: open } }, { projection: { caseId: 1, loanId: 1, plan: 1 } })
          .toArray()
      : [];
  const siblings = cases.flatMap(({ caseId: id, loanId: loan, plan }): Sibling[] =>
    'ending' in plan ? [] : [{ caseId: id, loanId: loan, plan }],
  );
  const isOwn = task?.covers[0]?.caseId === caseId;
  return { siblings, ...(task && !isOwn ? { coveredBy: task._id } : {}) };
}

import { tenantKey } from '@recourse/domain/case/case-id';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { isRepresentative } from '@recourse/domain/contact/is-representative';
import { isTelephone } from '@recourse/domain/contact/is-telephone';
import { partyOf } from '@recourse/domain/contact/party-of';
import { contactOf, personOf } from '@recourse/activities/contact/contact-of-act';
import { debtorOfContact } from '@recourse/activities/contact/debtor-of-contact';
import type { BeginRead, Sibling } from '@recourse/activities/contact/contact-store';
import { partnerActOf } from '@recourse/activities/contact/partner-act';
import { mergesOf } from '@recourse/activities/people/merges-of';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord, PointRecord } from '@recourse/activities/records/person-record';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type mongoose from 'mongoose';
import type { CaseRecord, Collections } from './collections.js';
import { findPerson } from './find-person.js';
import { openCallsOf } from './open-calls.js';
import { keysWithin } from './read-together.js';

type Session = mongoose.mongo.ClientSession;
type Given = Pick<BeginRead, 'now' | 'wall' | 'contactStopped' | 'ingestIsCurrent' | 'loan' | 'task'> & {
  found: CaseRecord;
  /** Those of `contactedByPlan`. */
  people: readonly PersonRecord[];
  points: readonly PointRecord[];
};

/** Whom the plan of a case names and the number or address it names of them, to be read together with the case. */
export const contactedByPlan = (tenant: string) => {
  const vars = { kase: { $first: '$cases' }, person: { $first: '$persons' } };
  const isNamed = { $eq: ['$$point.pointId', '$$kase.plan.act.pointId'] };
  const named = { $filter: { input: '$$person.points', as: 'point', cond: isNamed } };
  const numbers = { $let: { vars, in: { $map: { input: named, as: 'point', in: '$$point.blindIndex' } } } };
  const { kase } = vars;
  const people = { $let: { vars: { kase }, in: [{ $ifNull: ['$$kase.plan.act.personId', ''] }] } };
  return {
    persons: { from: 'persons', values: keysWithin(tenant, people) },
    points: { from: 'points', values: keysWithin(tenant, numbers) },
  } as const;
};

/** Adds to what is read of the case all else that `begin` judges by, from the same snapshot. */
export async function readForBegin(
  collections: Collections,
  session: Session,
  { found, people, points, ...given }: Given,
): Promise<BeginRead> {
  const { loan } = given;
  const { _id, ...told } = found;
  const planned = 'ending' in told.plan ? undefined : told.plan.act;
  const personId = planned && personOf(planned, loan.terms);
  const named = people.find((each) => each.personId === personId && !each.merged);
  const person = named ?? (personId ? await findPerson(collections, session, told.tenant, personId) : undefined);
  // The case may not have heard yet that two records are one: its plan was made for the person all the same.
  const kase = person ? inOneName(told, mergesOf(person)) : told;
  const act = 'ending' in kase.plan ? undefined : kase.plan.act;
  const contact = act && contactOf(act);
  const known = named ? points : [];
  const point = person && contact ? await readPoint(collections, session, person, contact.pointId, known) : undefined;
  const about = person && contact ? debtorOfContact(person, loan.terms) : undefined;
  const debtor = about ? await findPerson(collections, session, kase.tenant, about) : undefined;
  // Who speaks in a debtor's place is called about the debtor's loans, and not about loans of their own in the same breath.
  const inPlace =
    person && isRepresentative(partyOf(person.personId, loan.terms?.debtors ?? [], person.relations).party);
  const owes = inPlace ? debtor : person;
  const siblings = owes && contact ? await readSiblings(collections, session, owes, kase.loanId) : [];
  const takesBack = act && partnerActOf(act)?.takesBack;
  const placement = takesBack ? await collections.acts.findOne({ _id: takesBack }, { session }) : null;
  const rings = contact !== undefined && isTelephone(contact.channel);
  const ledgers = rings ? [person?.ledger, point?.record.ledger] : [];
  return {
    ...given,
    kase,
    siblings,
    openCalls: await openCallsOf(collections, session, { ledgers }),
    ...(person && { person }),
    ...(debtor && { debtor }),
    ...(placement && { placement }),
    ...(point && { point }),
  };
}

/** A point of the person with its number's ledger, which is written as the person's is. `known`: what the same transaction has read already. */
export async function readPoint(
  { points }: Collections,
  session: Session,
  person: PersonRecord,
  pointId: string,
  known: readonly PointRecord[] = [],
): Promise<BeginRead['point']> {
  const ofPerson = person.points.find((point) => point.pointId === pointId);
  if (!ofPerson) return undefined;
  const { blindIndex } = ofPerson;
  const _id = tenantKey(person.tenant, blindIndex);
  const record = known.find((each) => each._id === _id) ?? (await points.findOne({ _id }, { session }));
  return { ofPerson, record: record ?? { _id, tenant: person.tenant, blindIndex, ledger: [], holds: [], version: 0 } };
}

/** The person's other open cases whose plan no act has begun yet. */
async function readSiblings(
  collections: Collections,
  session: Session,
  person: PersonRecord,
  loanId: string,
): Promise<Sibling[]> {
  const others = person.loans.filter((other) => other !== loanId).map((other) => tenantKey(person.tenant, other));
  if (others.length === 0) return [];
  const loans = await collections.loans.find({ _id: { $in: others } }, { session }).toArray();
  const open = new Map(loans.flatMap((loan): [string, LoanRecord][] => (loan.openCase ? [[loan.openCase, loan]] : [])));
  if (open.size === 0) return [];
  const found = await collections.cases.find({ _id: { $in: [...open.keys()] } }, { session }).toArray();
  const planIds = found.flatMap(({ plan }) => ('ending' in plan ? [] : [plan.id]));
  const acts = await collections.acts
    .find({ 'covers.planId': { $in: planIds } }, { session, projection: { covers: 1 } })
    .toArray();
  const begun = new Set(acts.flatMap(({ covers }) => covers.map(({ planId }) => planId)));
  const cases = found.filter(({ plan }) => !('ending' in plan) && !begun.has(plan.id));
  const taskIds = cases.flatMap(({ plan }) => ('awaiting' in plan && plan.awaiting === 'task' ? [plan.id] : []));
  const tasks =
    taskIds.length > 0 ? await collections.tasks.find({ _id: { $in: taskIds } }, { session }).toArray() : [];
  return cases.flatMap(({ _id, ...kase }): Sibling[] => {
    const loan = open.get(_id);
    const task = tasks.find((each) => each._id === planIdOf(kase));
    return loan ? [{ kase: inOneName(kase, mergesOf(person)), loan, ...(task && { task }) }] : [];
  });
}

const planIdOf = ({ plan }: CollectionCase): string | undefined => ('ending' in plan ? undefined : plan.id);

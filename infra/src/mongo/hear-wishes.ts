import { canonicalJson } from '@recourse/domain/audit/canonical-json';
import { sha256Hex } from '@recourse/domain/audit/sha256-hex';
import { caseIdOfPlan, readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import { withWishes } from '@recourse/domain/contact/said-standing';
import { wishTold, type ToldWishes, type Wish } from '@recourse/domain/contact/wish';
import { nowOf } from '@recourse/activities/clock/now-of';
import { contactOf } from '@recourse/activities/contact/contact-of-act';
import type { PersonsAnswer } from '@recourse/activities/contact/contact-store';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type mongoose from 'mongoose';
import { actInNamesNow } from './act-in-names-now.js';
import { appendInTransaction } from './append-in-transaction.js';
import type { Collections } from './collections.js';
import { mustMatch } from './must-match.js';
import { readTogether } from './read-together.js';

type Session = mongoose.mongo.ClientSession;
type Of = { act: ActRecord; personId: string; heard: ToldWishes };

/** The same words told again are the same item. */
const wishesItem = ({ act, personId, heard: { wishes, at } }: Of): NewInput => ({
  kind: 'wishes-told',
  itemId: `wishes/${act._id}/${sha256Hex(canonicalJson({ wishes, at })).slice(0, 16)}`,
  at,
  personId,
  actId: act._id,
  wishes: wishes.map(wishTold),
});

/** Tells the cases an act spoke of what its person asked for, each once; the cases to ring. After the person is written (design section 6). */
export async function tellWishes(collections: Collections, session: Session, of: Of, wall: Date): Promise<string[]> {
  const ring: string[] = [];
  const item = wishesItem(of);
  for (const { caseId } of of.act.covers.toSorted((a, b) => (a.loanId < b.loanId ? -1 : 1)))
    if ((await appendInTransaction(collections, session, caseId, item, wall)) === 'appended') ring.push(caseId);
  return ring;
}

/** Writes what somebody asked for onto the person an act reached, and tells its cases. Nothing of the act changes. */
export async function hearWishes(
  collections: Collections,
  session: Session,
  { act, heard, wall }: { act: ActRecord; heard: ToldWishes; wall: Date },
): Promise<string[]> {
  const { tenant, personId } = act;
  if (personId === undefined || heard.wishes.length === 0) return [];
  const _id = tenantKey(tenant, personId);
  const person = await collections.persons.findOne({ _id }, { session });
  if (!person) return [];
  const { version } = person;
  const change = { $set: { said: withWishes(person.said, heard), version: version + 1 } };
  mustMatch(await collections.persons.updateOne({ _id, version }, change, { session }), _id);
  return tellWishes(collections, session, { act, personId, heard }, wall);
}

/** What the person of an act has answered. A word that asks to stop is an opt-out of the medium the act used. */
export async function hearAnswer(
  collections: Collections,
  session: Session,
  { actId, answer, wall }: { actId: string; answer: PersonsAnswer; wall: Date },
): Promise<{ ring: string[] } | 'unknown-act'> {
  const { tenant } = readCaseId(caseIdOfPlan(actId));
  const found = await readTogether(collections, session, tenant, { acts: { from: 'acts', values: [actId] } });
  const told = found?.acts[0];
  if (!found || !told) return 'unknown-act';
  const act = await actInNamesNow(collections, session, found.tenant, told);
  const channel = contactOf(act.act)?.channel;
  const stop: Wish[] = answer.stops && channel !== undefined ? [{ wish: 'opt-out', channel }] : [];
  const now = nowOf(found.tenant, wall);
  const at = answer.at < now ? answer.at : now;
  const heard = { wishes: [...answer.wishes, ...stop], at, ...(at < now && { heardAt: now }) };
  return { ring: await hearWishes(collections, session, { act, heard, wall }) };
}

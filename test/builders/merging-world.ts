import { randomBytes } from 'node:crypto';
import { personStore } from '@recourse/infra/mongo/person-store';
import { mongoIntakeStore } from '@recourse/infra/mongo/intake-store';
import { mongoParkedStore } from '@recourse/infra/mongo/parked-store';
import { linksOf } from '@recourse/infra/mongo/person-links';
import { keyRing, type KeyRing } from '@recourse/infra/keys/key-ring';
import { receiveEvent } from '@recourse/activities/intake/receive-event';
import { takeRecord } from '@recourse/activities/intake/take-record';
import type { PersonRow } from '@recourse/activities/people/person-store';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { Act } from '@recourse/domain/case/act';
import { tenantKey } from '@recourse/domain/case/case-id';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { contactMongo, type ContactMongo } from './contact-mongo.js';
import { aCase, aLoan, aReminder, ten, tenant } from './contact-records.js';
import { loanRecord } from './loan-records.js';
import { noLaw } from './no-law.js';

export const numberOf = (personId: string): string => (personId === 'p1' ? '+8613900000001' : '+8613900000002');

/** A row of p1 or p2; each calls its own number `m1`. */
export const rowOf = (personId: string, changes: Partial<PersonRow> = {}): PersonRow => ({
  personId,
  zone: 'Asia/Shanghai',
  language: 'zh',
  points: [{ pointId: 'm1', kind: 'mobile', value: numberOf(personId), source: 'test' }],
  ...changes,
});

export type MergingWorld = ContactMongo & {
  keys: KeyRing;
  load(row: PersonRow): Promise<'new' | 'changed' | 'same'>;
  /** Loans with open cases, each with its reminder due, of p1 and of p2; `joined`: their contacts may become one. */
  owing(loans: Record<string, string[]>, act?: Act, joined?: boolean): Promise<void>;
  /** Servicing tells; answers why it was parked, if it was. */
  told(name: string, data: unknown, loan?: string): Promise<string | undefined>;
  person(personId: string): Promise<PersonRecord>;
};

/** Two records, p1 and p2, each with a sealed number of its own, on real servers. */
export async function mergingWorld(uri: string): Promise<MergingWorld> {
  const world = await contactMongo(uri);
  const { mongo, collections } = world;
  const keys = keyRing(randomBytes(32).toString('hex'));
  const persons = personStore(mongo, keys, {});
  const load = async (row: PersonRow) => (await persons.load(tenant, row)).loaded;
  await load(rowOf('p1'));
  await load(rowOf('p2'));
  return {
    ...world,
    keys,
    load,
    async owing(loans, act = aReminder, joined = true) {
      for (const [personId, loanIds] of Object.entries(loans)) {
        const debtors = [{ personId, role: 'borrower' as const }];
        await world.given({
          loans: loanIds.map((loanId) => {
            const loan = aLoan(loanId);
            return loan.terms ? { ...loan, terms: { ...loan.terms, debtors } } : loan;
          }),
          cases: loanIds.map((loanId) => {
            const kase = aCase(loanId, { ...act, ...('personId' in act && { personId }) } as Act);
            return { ...kase, terms: { ...kase.terms, debtors } };
          }),
        });
        const _id = tenantKey(tenant, personId);
        await linksOf(mongo).updateOne({ _id }, { $set: { loans: loanIds } });
        if (joined) await collections.persons.updateOne({ _id }, { $set: { loans: loanIds } });
      }
    },
    async told(name, data, loan = 'L1') {
      const record = loanRecord({ name, data, loan, tenant, time: ten });
      const store = mongoIntakeStore(mongo, () => new Date(), keys);
      const refused: string[] = [];
      await takeRecord(
        {
          parked: mongoParkedStore(mongo),
          sealer: keys,
          receivers: new Map([[record.topic, receiveEvent({ read: loanEventReader(() => true), store, law: noLaw })]]),
          publish: async (_record, { code, field }) => void refused.push(`${code} ${field}`),
        },
        record,
      );
      return refused[0];
    },
    async person(personId) {
      const found = await collections.persons.findOne({ _id: tenantKey(tenant, personId) });
      if (!found) throw new Error(`there is no person ${personId}`);
      return found;
    },
  };
}

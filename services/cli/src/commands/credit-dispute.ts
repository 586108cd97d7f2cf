import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { judgeAnswer, judgeOpening } from '@recourse/activities/credit/judge-dispute';
import type { Doorbell } from '@recourse/activities/doorbell';
import { localDay } from '@recourse/domain/calendar/local-time';
import { tenantKey } from '@recourse/domain/case/case-id';
import type { CreditDispute, CreditDisputeReason } from '@recourse/domain/credit-reporting/credit-dispute';
import type { Month } from '@recourse/domain/credit-reporting/month';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { mongoCreditStore } from '@recourse/infra/mongo/credit-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';
import { tenantNow } from './tenant-now.js';

const open = ({ mongo }: OpenStores) => {
  const { law, zones } = loadPolicies(join(repoRoot, 'policies'));
  return { credit: mongoCreditStore(mongo), rules: { law, zones } };
};

type Told = { dispute: CreditDispute; ring?: string } | string;

const done = async (loanId: string, told: Told, doorbell: Doorbell): Promise<CreditDispute> => {
  if (typeof told === 'string') throw new Mistake(`loan ${loanId}: refused [${told}]`);
  if (told.ring !== undefined) await doorbell.ring(told.ring).catch(() => undefined);
  return told.dispute;
};

/** Somebody disputes what the bureau was told of a loan: marked at once, to be answered within the days of the law. @throws Mistake */
export async function openCreditDispute(
  stores: OpenStores,
  doorbell: Doorbell,
  { loanId, raised, by }: { loanId: string; raised: CreditDisputeReason; by: string },
): Promise<CreditDispute> {
  const { credit, rules } = open(stores);
  const id = randomUUID();
  const told = await credit.dispute(stores.tenant, loanId, (read) => judgeOpening(read, { id, raised, by }, rules));
  return done(loanId, told, doorbell);
}

/** The answer to the loan's open dispute, or to the one named. `wrong`: the months found wrong, of one that is upheld. @throws Mistake */
export async function answerCreditDispute(
  stores: OpenStores,
  doorbell: Doorbell,
  { loanId, ...answer }: { loanId: string; id?: string; upheld: boolean; wrong: Month[]; by: string },
): Promise<CreditDispute> {
  const { credit, rules } = open(stores);
  const told = await credit.dispute(stores.tenant, loanId, (read) => judgeAnswer(read, answer, rules));
  return done(loanId, told, doorbell);
}

/** All of them, by their day. `isLate`: unanswered, and the day is over where the loan is. */
export async function creditDisputes(stores: OpenStores): Promise<{ dispute: CreditDispute; isLate: boolean }[]> {
  const { credit, rules } = open(stores);
  const now = await tenantNow(stores);
  const found = await credit.disputes(stores.tenant);
  const loans = await stores.mongo.collections.loans
    .find({ _id: { $in: found.map(({ loanId }) => tenantKey(stores.tenant, loanId)) } })
    .project<{ loanId: string; terms?: { zone: string } }>({ loanId: 1, 'terms.zone': 1 })
    .toArray();
  const zones = new Map(loans.map(({ loanId, terms }) => [loanId, rules.zones[terms?.zone ?? '']]));
  return found.map((dispute) => {
    const zone = zones.get(dispute.loanId);
    const today = zone ? localDay(now, zone) : now.slice(0, 10);
    return { dispute, isLate: dispute.answer === undefined && today > dispute.dueOn };
  });
}

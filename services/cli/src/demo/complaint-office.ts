import { createHash } from 'node:crypto';
import { addDays, daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import type { Day } from '@recourse/domain/calendar/day';
import { localDay } from '@recourse/domain/calendar/local-time';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { MatterCommand } from '@recourse/domain/matters/matter-command';
import { matterOutcomes, type Matter } from '@recourse/domain/matters/matter';
import { giveCommand } from '@recourse/infra/mongo/give-command';
import { openMatters } from '@recourse/infra/mongo/open-matters';
import { tenantNow } from '../commands/tenant-now.js';
import type { OpenClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';

const actor = 'complaints/demo';
const regulatorFrom = 25;
const againstAgencyFrom = 60;
const longWithAgencyDays = 20;

const share = (text: string): number => createHash('sha256').update(text).digest().readUInt16BE(0);

/** What the office says of a matter that evening; nothing on most. One through the regulator takes its lawful days more; all others 4 to 11 days. */
export const wordOn = (
  { id, kind, channel, raisedOn, dueOn, state, rule, extensions = [], placementId, answeredOn }: Matter,
  today: Day,
): MatterCommand | undefined => {
  const age = daysBetween(raisedOn, today);
  if (state === 'correcting')
    return daysBetween(answeredOn ?? today, today) >= 5
      ? { command: 'release-matter', matterId: id, because: 'corrected' }
      : undefined;
  if (channel === 'regulator' && rule === 'CN-CPL-1' && extensions.length === 0)
    return age >= 12 && today <= dueOn
      ? { command: 'extend-matter', matterId: id, ground: 'complex', toldOn: today }
      : undefined;
  const takes = placementId !== undefined ? 3 : extensions.length > 0 ? 18 : 4 + (share(id) % 8);
  if (age < takes) return undefined;
  const outcome = placementId !== undefined ? 'upheld' : (matterOutcomes[share(`${id}?`) % 3] ?? 'rejected');
  const corrects = kind === 'dispute' && outcome !== 'rejected' && { corrects: true as const };
  return { command: 'answer-matter', matterId: id, outcome, on: today, ...corrects };
};

type Raising = Pick<CollectionCase, 'loanId' | 'zone' | 'matters' | 'handedTo'>;

/**
 * The demo's complaint office: every evening each dispute and complaint is answered in its days. Somebody who had complained before goes to the
 * regulator, twice; somebody complains about the agency that has had their loan for long.
 */
export function complaintOffice(stores: OpenStores, { ports }: OpenClock): () => Promise<void> {
  const { mongo, tenant } = stores;
  const { cases } = mongo.collections;
  let evening = 0;
  const tell = async (loanId: string, command: MatterCommand, name: string): Promise<void> => {
    const at = await tenantNow(stores);
    const item = { kind: 'command', itemId: `command/${name}`, at, actor, command } as const;
    const caseId = await giveCommand(mongo, { tenant, loanId }, item);
    if (caseId !== undefined) await ports.doorbell.ring(caseId);
  };
  return async () => {
    evening += 1;
    const now = await tenantNow(stores);
    for (const { kase, matter } of await openMatters(mongo.collections, tenant)) {
      const word = wordOn(matter, localDay(now, kase.zone));
      if (word) await tell(kase.loanId, word, `${word.command}/${kase.caseId}/${matter.id}`);
    }
    if (evening < regulatorFrom) return;
    const toRegulator = (await cases.countDocuments({ tenant, 'matters.channel': 'regulator' })) < 2;
    const ofAgency =
      evening >= againstAgencyFrom &&
      (await cases.countDocuments({ tenant, 'matters.placementId': { $exists: true } })) === 0;
    if (!toRegulator && !ofAgency) return;
    const open = await cases
      .find({ tenant, status: 'open', 'terms.jurisdiction': 'CN' })
      .project<Raising>({ loanId: 1, zone: 1, matters: 1, handedTo: 1 })
      .sort({ _id: 1 })
      .toArray();
    if (toRegulator) await raiseWithRegulator(open, now);
    if (ofAgency) await raiseAgainstAgency(open, now);
  };

  async function raiseWithRegulator(open: readonly Raising[], now: string): Promise<void> {
    const again = open.find(
      ({ matters = [] }) =>
        matters.length > 0 && matters.every(({ state, channel }) => state === 'closed' && channel !== 'regulator'),
    );
    if (!again) return;
    const raised = { kind: 'complaint', channel: 'regulator', ground: 'not-helped' } as const;
    const raisedOn = localDay(now, again.zone);
    await tell(again.loanId, { command: 'raise-matter', ...raised, raisedOn }, `regulator/${again.loanId}`);
  }

  async function raiseAgainstAgency(open: readonly Raising[], now: string): Promise<void> {
    const placed = open.filter(
      ({ handedTo, zone }) =>
        handedTo?.kind === 'agency' &&
        addDays(localDay(handedTo.since, zone), longWithAgencyDays) <= localDay(now, zone),
    );
    const [longest] = placed.toSorted((a, b) => ((a.handedTo?.since ?? '') < (b.handedTo?.since ?? '') ? -1 : 1));
    if (!longest) return;
    const raised = { kind: 'complaint', channel: 'borrower', ground: 'threat-or-insult', againstAgency: true } as const;
    const raisedOn = localDay(now, longest.zone);
    await tell(longest.loanId, { command: 'raise-matter', ...raised, raisedOn }, `agency/${longest.loanId}`);
  }
}

import type { PromiseRefusal } from '@recourse/domain/arrangements/refuse-promises';
import type { Instant } from '@recourse/domain/calendar/instant';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { PermitHolder } from '@recourse/domain/contact/permit';
import { isAgreedTooFar } from '@recourse/domain/contact/standing-shapes';
import type { Clock } from '@recourse/activities/clock/clock';
import { tellerSkewMinutes } from '@recourse/activities/clock/teller-skew';
import type { DeskRules } from '@recourse/activities/contact/begin-rules';
import type { ContactStore } from '@recourse/activities/contact/contact-store';
import { ringAll } from '@recourse/activities/contact/ring-all';
import type { Doorbell } from '@recourse/activities/doorbell';
import { concludeDial } from '@recourse/activities/permits/conclude-dial';
import { grantPermit } from '@recourse/activities/permits/grant-permit';
import type { GrantResult, PermitRequest, PermitStore, RedeemResult } from '@recourse/activities/permits/permit-store';
import { redeemPermit } from '@recourse/activities/permits/redeem-permit';
import type { z } from 'zod';
import type { permitRequests } from './permit-requests.js';

export type AskedPermit = z.output<typeof permitRequests.permit>;
export type AskedDial = z.output<typeof permitRequests.dial>;
export type ToldOutcome = z.output<typeof permitRequests.outcome>;
export type Told =
  | 'now'
  | 'known'
  | 'unknown-dial'
  | 'dated-ahead'
  | 'before-the-dial'
  /** Of which wish the agreed time ends later than may be agreed on. */
  | { agreedTooFar: number }
  | { promiseRefused: PromiseRefusal };

/** What a holder may do with permits; who it is, the key has said. */
export type PermitDesk = {
  grant(holder: PermitHolder, asked: AskedPermit): Promise<GrantResult>;
  redeem(holder: PermitHolder, permitId: string, asked: AskedDial): Promise<RedeemResult>;
  /** `dated-ahead`: of a time that is still to come; `before-the-dial`: of one at which the dial had not been let go. */
  tell(holder: PermitHolder, permitId: string, n: number, told: ToldOutcome): Promise<Told>;
  giveBack(holder: PermitHolder, permitId: string): Promise<'given-back' | 'unknown-permit' | 'busy'>;
};

export type PermitPorts = {
  tenant: string;
  permits: PermitStore;
  contacts: Pick<ContactStore, 'conclude' | 'act' | 'covered'>;
  rules: DeskRules;
  clock: Clock;
  doorbell: Doorbell;
};

export const permitDesk = ({ tenant, permits, contacts, rules, clock, doorbell }: PermitPorts): PermitDesk => ({
  async grant(holder, asked) {
    const answer = await grantPermit({ permits, rules }, requestOf(tenant, holder, asked));
    if (!answer.granted) await ringAll(doorbell, answer.ring ?? []);
    return answer;
  },
  async redeem({ id: holderId }, permitId, { dial: n, key }) {
    const dial = { tenant, permitId, n, holderId, ...(key !== undefined && { key }) };
    const answer = await redeemPermit({ permits, rules }, dial);
    if (!answer.go) await ringAll(doorbell, answer.ring ?? []);
    return answer;
  },
  async tell({ id: holderId }, permitId, n, { code, details, wishes, at }) {
    const { now } = await clock.now(tenant);
    if (at !== undefined && isAhead(at, now)) return 'dated-ahead';
    const told = at ?? now;
    const tooFar = wishes?.findIndex((wish) => wish.wish === 'agreed-time' && isAgreedTooFar(wish, told)) ?? -1;
    if (tooFar >= 0) return { agreedTooFar: tooFar };
    const report = { code, at: told, law: rules.law, ...(details && { details }), ...(wishes && { wishes }) };
    const ports = { permits, contacts, strategies: rules.strategiesByHash };
    const concluded = await concludeDial(ports, { tenant, permitId, n, holderId }, report);
    if (concluded === 'unknown-dial' || concluded === 'before-the-dial') return concluded;
    if (concluded === 'unknown-act') return 'unknown-dial';
    if ('promiseRefused' in concluded) return concluded;
    await ringAll(doorbell, concluded.ring);
    return concluded.concluded;
  },
  giveBack: ({ id: holderId }, permitId) => permits.giveBack({ tenant, permitId, holderId }),
});

const isAhead = (at: Instant, now: Instant): boolean => at > minutesLater(now, tellerSkewMinutes);

/** All of a permit is to collect: what else there is to say needs no dialling list. */
const requestOf = (tenant: string, holder: PermitHolder, asked: AskedPermit): PermitRequest => {
  const { id: permitId, person: personId, point: pointId, placement: placementId, ...more } = asked;
  return {
    ...more,
    tenant,
    permitId,
    holder,
    personId,
    pointId,
    purpose: 'collect',
    ...(placementId !== undefined && { placementId }),
  };
};

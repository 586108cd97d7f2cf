import type { BeginResult } from '@recourse/activities/contact/contact-store';
import type { ActRecord } from '@recourse/activities/records/act-record';
import { grantPermit } from '@recourse/activities/permits/grant-permit';
import { redeemPermit } from '@recourse/activities/permits/redeem-permit';
import type {
  GrantResult,
  PermitRead,
  PermitRequest,
  PermitStore,
  RedeemRequest,
  RedeemResult,
} from '@recourse/activities/permits/permit-store';
import { planIdOf } from '@recourse/domain/case/case-id';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { firstPointOf } from './begin-read.js';
import { aCase, aLoan, aPerson, beginRules, ten, tenant } from './contact-records.js';

/** What is read of L1 and `p1` at ten to grant or redeem, with nothing against it, but for the changes. */
export const aPermitRead = (
  { person = aPerson(['L1']), ...changes }: Partial<PermitRead> = {},
  ledgerOfNumber: LedgerEntry[] = [],
): PermitRead => ({
  now: ten,
  wall: new Date(ten),
  contactStopped: false,
  ingestIsCurrent: true,
  person,
  ...firstPointOf(person, ledgerOfNumber),
  loans: [{ loan: aLoan('L1'), kase: aCase('L1') }],
  placementIsLive: false,
  ...changes,
});

/** A predictive dialler of ours asks for three dials in an hour to `p1` about L1. */
export const aPermitRequest = (changes: Partial<PermitRequest> = {}): PermitRequest => ({
  tenant,
  permitId: 'permit-1',
  holder: { kind: 'dialler', id: 'dialler-1' },
  personId: 'p1',
  pointId: 'm1',
  purpose: 'collect',
  channel: 'dialler',
  loans: ['L1'],
  minutes: 60,
  dials: 3,
  ...changes,
});

export const placementId = planIdOf(`${tenant}/L1/1`, 1, 'place-1', 1);

/** The same asked by the agency that L1 is placed with. */
export const byAgency = (changes: Partial<PermitRequest> = {}): PermitRequest =>
  aPermitRequest({ holder: { kind: 'agency', id: 'agency-1' }, placementId, channel: 'call', ...changes });

/** L1 handed to `agency-1`, and taken by it. */
export const aPlacement = (): ActRecord => ({
  _id: placementId,
  tenant,
  act: { kind: 'place-with-agency', agencyId: 'agency-1' },
  covers: [
    {
      caseId: `${tenant}/L1/1`,
      planId: placementId,
      loanId: 'L1',
      readPosition: 1,
      order: 1,
      arrears: 1,
      currency: 'CNY',
    },
  ],
  personId: 'p1',
  status: 'concluded',
  begunAt: ten,
  begunWallAt: new Date(ten),
  notAfter: new Date(ten),
  actor: 'worker',
  outcome: { result: 'done', planId: placementId, actId: placementId, at: ten },
});

export const withAgency = {
  collectingParty: { kind: 'agency' as const, partnerId: 'agency-1', placementId },
};

export const grant = (permits: PermitStore, request: PermitRequest): Promise<GrantResult> =>
  grantPermit({ permits, rules: beginRules }, request);

export const redeem = (
  permits: PermitStore,
  n: number,
  changes: Partial<RedeemRequest> = {},
): Promise<RedeemResult> => {
  const request = { tenant, permitId: 'permit-1', n, holderId: 'dialler-1', ...changes };
  return redeemPermit({ permits, rules: beginRules }, request);
};

export const isBusy = (result: BeginResult | GrantResult | RedeemResult): boolean => {
  if ('begun' in result)
    return result.begun === 'no' && result.withheld.result === 'deferred' && result.withheld.rules.includes('BUSY');
  if ('go' in result) return !result.go && result.because === 'busy';
  return result.granted === undefined && result.not.because === 'busy';
};

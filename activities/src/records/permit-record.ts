import type { Permit } from '@recourse/domain/contact/permit';

/** One loan a permit speaks of: the case it was open in and the position its dials were allowed on. */
export type PermitCover = { caseId: string; loanId: string; readPosition: number };

/** A permit as it is kept. `_id` = `tenant/permitId`. */
export type PermitRecord = Permit & {
  _id: string;
  tenant: string;
  blindIndex: string;
  covers: PermitCover[];
  /** The act that placed the loans with the holder; of an agency. */
  placementId?: string;
  /** What was asked for, word for word: more dials than were granted, a person by another name. Permits granted before this was kept have none. */
  asked?: { personId: string; pointId: string; loans: string[]; minutes: number; dials: number };
  /** Wall clock, for whoever looks into what happened. */
  grantedWallAt: Date;
  version: number;
};

import type { ToldLate } from './told-late.js';

export type AuditedAct = {
  /** Of one that is known never to have gone out: `plan~order`. */
  id: string;
  kind: string;
  /** As the outside world would call the way it took. */
  channel: string;
  purpose: string;
  /** Which notice it gives. */
  notice?: string;
  status: string;
  result?: string;
  /** What came of a conversation. */
  code?: string;
  begunAt: string;
  /** Milliseconds since 1970: begun, and the last moment at which a provider may have started. */
  begunWallAt: number;
  notAfterWallAt: number;
  acceptedAt?: string;
  concludedAt?: string;
  personId?: string;
  pointId?: string;
  /** The number or address, whoever has it. */
  blindIndex?: string;
  /** The collector or crew, or a machine. */
  actor: string;
  /** In whose hands the law sees it: `first-party`, `agency` or `buyer`. */
  sender: string;
  /** The permit it was a dial of. */
  permitId?: string;
  /** An agency made it of its own accord and told us afterwards; a breach is open for it. */
  reported?: true;
  /** The event it told us by, `source/id`: its own telephone logs it by that name. */
  reportedAs?: string;
  taskId?: string;
  /** The words a machine says, `name@version`, and the language recorded for the person. */
  template?: string;
  language?: string;
  /** How long a call may last, as was said when this one began; absent: nobody asked. */
  longestCallMinutes?: number;
  /** By which acts or days it was recorded that the debtor it is about could not be reached. */
  unreachable?: { acts: string[]; days: string[] };
  covers: Cover[];
};

export type Cover = {
  loanId: string;
  caseId: string;
  planId: string;
  readPosition: number;
  order: number;
  currency: string;
  /** Whom it named as creditor after a change; absent: who lent. */
  creditor?: string;
  late?: ToldLate;
};

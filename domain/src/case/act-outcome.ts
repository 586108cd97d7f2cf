import type { ArrearsReason } from '../arrangements/arrears-reason.js';
import type { PromiseTold } from '../arrangements/promise.js';
import type { Instant } from '../calendar/instant.js';
import type { GateTrace } from '../contact/gate-trace.js';
import type { OutcomeCode } from '../contact/outcome-codes.js';
import type { RefusalReason } from '../contact/refusal.js';

/** What a person said that the case needs; free text goes to the personal-data store as `noteRef`. */
export type OutcomeDetails = {
  promise?: PromiseTold;
  /** In the place of `promise`, when several amounts were promised. */
  promises?: PromiseTold[];
  callBackAt?: Instant;
  arrearsReason?: ArrearsReason;
  noteRef?: string;
};

/** The words of a message by their hash; `template`: `reminder-first@2`. */
export type MessageSent = { hash: string; template?: string };

/**
 * What an act came to. `planId` names the plan, `actId` the act that `begin` recorded (the same text, or the covering act's); `gate`: what the
 * contact gate was asked and said, of a contact; `message`: SHA-256 of the text that was sent, and the template it was made from; `reached`:
 * the person, of a contact no plan of the case names (a permit's dial, or what an agency did by itself).
 */
export type ActOutcome = {
  planId: string;
  actId: string;
  at: Instant;
  gate?: GateTrace;
  message?: MessageSent;
  reached?: string;
} & (
  | { result: 'delivered' | 'failed' | 'done' | 'unknown' | 'provider-unavailable' }
  | { result: 'offered'; to: string; deadline: Instant }
  | { result: 'answered'; code: OutcomeCode; details?: OutcomeDetails }
  | { result: 'deferred'; until: Instant; rules: string[] }
  | { result: 'refused'; reason: RefusalReason; rules: string[] }
  | { result: 'superseded'; positionVersion: number }
  | { result: 'covered'; by: string }
);

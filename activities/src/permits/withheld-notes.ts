import { createHash } from 'node:crypto';
import type { Instant } from '@recourse/domain/calendar/instant';
import { localDay } from '@recourse/domain/calendar/local-time';
import { planIdOf } from '@recourse/domain/case/case-id';
import { gateTrace } from '@recourse/domain/contact/gate-trace';
import type { Permit, PermitRevocation } from '@recourse/domain/contact/permit';
import type { PermitWithheld } from '@recourse/domain/contact/permit-withheld';
import type { CaseNote } from '../contact/case-note.js';
import type { GateOfDial } from './permit-gate.js';
import type { PermitRead } from './permit-store.js';

/** Why nobody may dial now; `gate` absent: no rule was asked. */
export type Stopped = { because: PermitRevocation; until?: Instant; rules: string[]; gate?: GateOfDial };

/** Undefined: the gate allows it. */
export function stoppedByGate(gate: GateOfDial): Stopped | undefined {
  const { gate: answer } = gate.answer;
  switch (answer.verdict) {
    case 'allow':
      return undefined;
    case 'defer':
      return { because: 'put-off-by-law', until: answer.until, rules: answer.rules, gate };
    case 'refuse':
      return { because: answer.reason, rules: answer.rules, gate };
    default:
      return answer satisfies never;
  }
}

/** So many of one holder's refused permits a case hears of on one local day, and as many of those revoked. */
const mostADay = 8;

type Dialling = Pick<Permit, 'permitId' | 'holder' | 'pointId' | 'channel'>;

/**
 * That a permit was not given, for the journal of every case it was about. Who asks a thousand times fills no journal: one case hears of one
 * holder, number and channel once a local day for the same reason by the same rules, and keeps the trace of the first time; and of one holder so
 * often a day at most. A journal cannot be erased: nothing the asker wrote freely gets there. A number that is none of the person's is told to no
 * case, and the attempt is named by what we know of it, not by the id the permit was to have.
 */
export const notGrantedNotes = (
  asked: Omit<Dialling, 'permitId'>,
  { loans, now, point }: Pick<PermitRead, 'loans' | 'now' | 'point'>,
  why: Stopped,
) => {
  if (!point) return [];
  const { holder, pointId, channel } = asked;
  return notesOf(loans, now, { holder, asked: 'permit' }, why, (beneath) => {
    const itemId = `${beneath}${pointId}/${channel}/${why.because}/${why.rules.toSorted().join('+')}`;
    const name = createHash('sha256').update(itemId).digest('hex').slice(0, 16);
    return { itemId, step: `refused-${name}`, n: 1 };
  });
};

/** That the dials of a permit are revoked, for the journal of every case it was about: once, since it stays revoked. */
export const revokedNotes = (
  { permitId, holder, n }: Dialling & { n: number },
  { loans, now }: Pick<PermitRead, 'loans' | 'now'>,
  why: Stopped,
) =>
  notesOf(loans, now, { holder, asked: 'dial' }, why, (beneath) => ({
    itemId: `${beneath}${permitId}`,
    step: permitId,
    n,
  }));

function notesOf(
  loans: PermitRead['loans'],
  at: Instant,
  { holder, asked }: Pick<PermitWithheld, 'asked' | 'holder'>,
  { because, until, rules, gate }: Stopped,
  nameIn: (beneath: string) => { itemId: string; step: string; n: number },
): CaseNote[] {
  return loans.flatMap(({ loan: { loanId }, kase }): CaseNote[] => {
    if (!kase) return [];
    const beneath = `permit/${holder.kind}/${holder.id}/${asked}/${localDay(at, kase.zone)}/`;
    const { itemId, step, n } = nameIn(beneath);
    const own = gate?.asked.find((each) => each.loanId === loanId)?.gate;
    const withheld: PermitWithheld = {
      attempt: planIdOf(kase.caseId, 0, step, n),
      asked,
      holder,
      because,
      ...(until !== undefined && { until }),
      rules,
      ...(gate && gate.answer.loanId !== loanId && { loanId: gate.answer.loanId }),
      ...(own && { gate: gateTrace(own.askedAt, own.trace) }),
    };
    const item = { kind: 'permit-withheld' as const, itemId, at, withheld };
    return [{ caseId: kase.caseId, item, atMost: { items: mostADay, beneath } }];
  });
}

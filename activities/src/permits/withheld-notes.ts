import type { Instant } from '@recourse/domain/calendar/instant';
import { localDay } from '@recourse/domain/calendar/local-time';
import { planIdOf } from '@recourse/domain/case/case-id';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
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

type Dialling = Pick<Permit, 'permitId' | 'holder' | 'pointId' | 'channel'>;

/**
 * That a permit was not given, for the journal of every case it was about. Who asks a thousand times fills no journal: one case hears of one
 * holder, number and channel once a local day for the same reason by the same rules, and keeps the trace of the first time.
 */
export const notGrantedNotes = (asked: Dialling, { loans, now }: Pick<PermitRead, 'loans' | 'now'>, why: Stopped) =>
  notesOf(loans, now, { ...asked, n: 1, asked: 'permit' }, why, ({ zone }) => {
    const { holder, pointId, channel } = asked;
    const said = `${why.because}/${why.rules.toSorted().join('+')}`;
    return `permit/${holder.kind}/${holder.id}/${pointId}/${channel}/${localDay(now, zone)}/${said}`;
  });

/** That the dials of a permit are revoked, for the journal of every case it was about: once, since it stays revoked. */
export const revokedNotes = (
  permit: Dialling & { n: number },
  { loans, now }: Pick<PermitRead, 'loans' | 'now'>,
  why: Stopped,
) => notesOf(loans, now, { ...permit, asked: 'dial' }, why, () => `permit/${permit.permitId}/revoked`);

function notesOf(
  loans: PermitRead['loans'],
  at: Instant,
  { permitId, holder, n, asked }: Dialling & Pick<PermitWithheld, 'asked'> & { n: number },
  { because, until, rules, gate }: Stopped,
  itemIdIn: (kase: CollectionCase) => string,
): CaseNote[] {
  return loans.flatMap(({ loan: { loanId }, kase }): CaseNote[] => {
    if (!kase) return [];
    const own = gate?.asked.find((each) => each.loanId === loanId)?.gate;
    const withheld: PermitWithheld = {
      attempt: planIdOf(kase.caseId, 0, permitId, n),
      asked,
      holder,
      because,
      ...(until !== undefined && { until }),
      rules,
      ...(gate && gate.answer.loanId !== loanId && { loanId: gate.answer.loanId }),
      ...(own && { gate: gateTrace(own.askedAt, own.trace) }),
    };
    return [{ caseId: kase.caseId, item: { kind: 'permit-withheld', itemId: itemIdIn(kase), at, withheld } }];
  });
}

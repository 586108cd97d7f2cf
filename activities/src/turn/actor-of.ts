import type { Input } from '@recourse/domain/case/case-inputs';

/** Who a fact goes back to: a named person, a party outside, or `case` when time or the case's own rules led to it. */
export function actorOf(cause: string, inputs: readonly Input[]): string {
  const input = inputs.find(({ itemId }) => itemId === cause);
  if (!input) return 'case';
  switch (input.kind) {
    case 'command':
      return input.actor;
    case 'loan-event':
    case 'loan-verification':
    case 'event-parked':
    case 'unresolved-cleared':
      return 'servicing';
    case 'task-answer':
      return 'desk';
    case 'partner-report':
    case 'breach-reported':
      return 'partner';
    case 'person-merged':
      return input.by ?? 'servicing';
    case 'person-known':
    case 'hold-reported':
      return 'directory';
    case 'act-outcome':
    case 'wishes-told':
    case 'contact-not-joined':
      return 'act';
    case 'start-withheld':
      return input.by;
    case 'permit-withheld':
      return input.withheld.holder.id;
    case 'credit-told':
      return input.by ?? 'credit-reporting';
    case 'act-unanswered':
      return 'case';
    default:
      return input satisfies never;
  }
}

import type { GateTrace } from '@recourse/domain/contact/gate-trace';

/** How often a rule let a contact wait or refused it. Two rules that stop one contact count it each. */
export type WithheldByRule = { rule: string; citation: string; deferred: number; refused: number };

/** Most often first. */
export function withheldByRule(traces: readonly Pick<GateTrace, 'answers'>[]): WithheldByRule[] {
  const rules = new Map<string, WithheldByRule>();
  for (const { rule, verdict, citation = '' } of traces.flatMap(({ answers }) => answers)) {
    if (verdict === 'allow') continue;
    const found = rules.get(rule) ?? { rule, citation, deferred: 0, refused: 0 };
    rules.set(rule, found);
    if (verdict === 'defer') found.deferred += 1;
    else found.refused += 1;
  }
  const times = ({ deferred, refused }: WithheldByRule): number => deferred + refused;
  return [...rules.values()].toSorted((a, b) => times(b) - times(a) || (a.rule < b.rule ? -1 : 1));
}

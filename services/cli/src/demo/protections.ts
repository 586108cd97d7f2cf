import type { TracedAnswer } from '@recourse/domain/contact/gate-trace';
import type { HoldReason } from '@recourse/domain/holds/hold';
import type { ProtectingFact } from '@recourse/infra/mongo/protecting-facts';

/** What a contact was withheld for, and how the gate's own answer shows it. */
const withheldFor = {
  'not-by-sms': ({ rule, verdict, inputs }) =>
    rule === 'no-opt-out' && verdict === 'refuse' && inputs['channel'] === 'sms',
  'not-at-work': ({ reason }) => reason === 'inconvenient-place',
  'both-zones-awaited': ({ verdict, inputs }) => verdict === 'defer' && String(inputs['zones']).includes(' '),
  'without-zone': ({ reason }) => reason === 'unknown-zone',
  'massachusetts-week': ({ rule, verdict }) => rule.startsWith('US-MA-') && verdict !== 'allow',
} as const satisfies Record<string, (answer: TracedAnswer) => boolean>;

export type WithheldFor = keyof typeof withheldFor;

export type Protections = {
  /** Persons for whom a contact was withheld, by what for. */
  persons: Record<WithheldFor, number>;
  /** Holds placed: one an event, of a loan's one a loan. */
  holds: Partial<Record<HoldReason, number>>;
  /** Borrowers proved unreachable. */
  unreachable: number;
  /** Records that became one with another. */
  merged: number;
};

/** How people were protected, by the journal. */
export function protectionsOf(facts: readonly ProtectingFact[]): Protections {
  const persons = new Map<WithheldFor, Set<string>>();
  const holds = new Map<HoldReason, Set<string>>();
  const unreachable = new Set<string>();
  const merged = new Set<string>();
  for (const fact of facts) {
    if (fact.type === 'unreachable-proved') {
      unreachable.add(fact.personId);
      continue;
    }
    if (fact.type === 'records-merged') {
      merged.add(fact.from);
      continue;
    }
    if (fact.type === 'hold-placed') {
      const { id, reason, scope } = fact.hold;
      const placed = holds.get(reason) ?? new Set();
      holds.set(reason, placed.add('loan' in scope ? `${id} ${scope.loan}` : id));
      continue;
    }
    const { answers = [] } = fact.outcome.gate ?? {};
    const person = answers.find(({ rule }) => rule === 'person-known')?.inputs['personId'];
    if (person === undefined) continue;
    for (const [what, shows] of Object.entries(withheldFor) as [WithheldFor, (typeof withheldFor)[WithheldFor]][])
      if (answers.some(shows)) persons.set(what, (persons.get(what) ?? new Set()).add(String(person)));
  }
  const times = (what: WithheldFor): number => persons.get(what)?.size ?? 0;
  return {
    persons: {
      'not-by-sms': times('not-by-sms'),
      'not-at-work': times('not-at-work'),
      'both-zones-awaited': times('both-zones-awaited'),
      'without-zone': times('without-zone'),
      'massachusetts-week': times('massachusetts-week'),
    },
    holds: Object.fromEntries([...holds].map(([reason, placed]) => [reason, placed.size])),
    unreachable: unreachable.size,
    merged: merged.size,
  };
}

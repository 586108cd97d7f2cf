import { isContact, isOurs, type Judged } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { debtorsOf } from '../law/debtors-of.js';
import { placementsOf, type Placement } from '../placements.js';

/** Two machines' clocks may differ by as much. */
const skewMs = 5_000;
/** Answers and notices the law wants: all else is to collect, and whether they are what they are called another check asks. */
const notToCollect = new Set(['service', 'legally-required']);
/** Who owes is spoken to about what they owe themselves. */
const owes = new Set(['borrower', 'co-borrower', 'guarantor']);

/**
 * One collects from a person at a time: while a loan of theirs is with an agency or law firm nobody else does, whatever loan it is about, nor
 * from anybody else about that loan. Of two partners who turn out to have the same human, whoever was handed a loan first keeps them.
 */
export const collectedByTwo = (evidence: Evidence, judged: Judged = isOurs): Finding => {
  const collectorOf = collectorsBy(evidence);
  const violations = evidence.acts
    .filter((act) => isContact(act) && judged(act) && !notToCollect.has(act.purpose))
    .flatMap((act) => {
      const collector = collectorOf(act);
      if (!collector || collector.partnerId === contactedBy(act)) return [];
      const { loanId, partnerId, placementId } = collector;
      const by = contactedBy(act) ?? 'us';
      return [`${act.id} by ${by} began at ${act.begunAt} while loan ${loanId} was with ${partnerId} (${placementId})`];
    });
  return finding('collected-by-two', violations);
};

/** The partner who dialled, by a permit or without; undefined: we did, or a machine for us. */
const contactedBy = ({ sender, actor }: AuditedAct): string | undefined =>
  sender === 'first-party' ? undefined : actor;

/** Asks who had whom an act is about when it began: undefined when nobody but us had. */
const collectorsBy = (evidence: Evidence): ((act: AuditedAct) => Placement | undefined) => {
  const placements = placementsOf(evidence);
  const aboutWhom = debtorsOf(evidence);
  const isNow = new Map(evidence.persons.map((person) => [person.personId, person.isNow]));
  const named = placements.flatMap((placement) =>
    [placement.personId, isNow.get(placement.personId ?? '')].flatMap((name) => (name ? [{ name, placement }] : [])),
  );
  const ofPerson = groupBy(named, ({ name }) => name);
  const ofLoan = groupBy(placements, ({ loanId }) => loanId);
  const mergedAt = new Map(
    evidence.persons.map(({ personId, records = [] }) => [personId, Math.max(...records.map(({ wallAt }) => wallAt))]),
  );
  const namesOf = (act: AuditedAct): string[] => {
    const others = aboutWhom(act).filter(({ role }) => !owes.has(role));
    // Of a debtor merged since nobody can say by which record they were spoken of.
    return others.length === 0
      ? [act.personId ?? []].flat()
      : others.flatMap(({ debtor }) => (act.begunWallAt < (mergedAt.get(debtor) ?? 0) ? [] : [debtor]));
  };
  return (act) => {
    const theirs = namesOf(act).flatMap((name) => (ofPerson.get(name) ?? []).map(({ placement }) => placement));
    const itself = act.covers.flatMap(({ loanId }) => ofLoan.get(loanId) ?? []);
    return firstInForce(theirs, act) ?? firstInForce(itself, act);
  };
};

const firstInForce = (placements: Placement[], { begunAt }: AuditedAct): Placement | undefined =>
  placements.filter((each) => isInForce(each, Date.parse(begunAt))).toSorted((a, b) => a.wallAt - b.wallAt)[0];

/** Within one instant of the clock the order is not known. */
const isInForce = ({ fromMs, untilMs = Infinity }: Placement, ms: number): boolean =>
  fromMs + skewMs < ms && ms < untilMs;

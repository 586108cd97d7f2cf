import { isSetAside } from '../act-kinds.js';
import { claimsOf } from '../claims.js';
import type { AuditedAct } from '../audited-act.js';
import type { Entry, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { journalsOf } from '../journals.js';
import { endOfClaim, isOver, type EndOfClaim } from '../law/end-of-claim.js';
import { wallDay } from '../wall-time.js';

/** Templates whose words threaten a suit, by their names without the version. */
const threatens = (template: string | undefined): boolean => template?.split('@')[0] === 'lawyers-letter';

/** Whether an act sues or threatens to. */
const isLegal = ({ kind, template, notice }: AuditedAct): boolean =>
  kind === 'refer-to-legal' || notice === 'legal' || threatens(template);

type Barred = { from: string; until?: string };

/** The spans in which the case said that its limitation was over; something told late may have ended one. */
const barredIn = (entries: readonly Entry[]): Barred[] => {
  const spans: Barred[] = [];
  for (const { fact } of entries) {
    if (fact.type !== 'limitation-noted') continue;
    const last = spans.at(-1);
    if (fact['state'] === 'expired') spans.push({ from: fact.at });
    else if (last && last.until === undefined) last.until = fact.at;
  }
  return spans;
};

type ClaimThen = { end: EndOfClaim; today: string; unbacked: string[] };

/** How a case's claim stood by law at an instant, reckoned by us from what had been stated by then. */
const claimThen = (
  evidence: Evidence,
): ((caseId: string, stated: readonly Entry[], at: string) => ClaimThen | undefined) => {
  const claimOf = claimsOf(evidence);
  return (caseId, stated, at) => {
    const claim = claimOf(caseId, stated);
    const today = claim && wallDay(at, claim.zone);
    if (!claim || today === undefined) return undefined;
    const end = endOfClaim(evidence.law.limitations ?? [], claim, claim.history, today);
    return end && { end, today, unbacked: claim.unbacked };
  };
};
type AskClaim = ReturnType<typeof claimThen>;

/** Acts of law begun while the case said that its claim was over, or when by our own reckoning it was. */
const suedLate = (acts: readonly AuditedAct[], caseId: string, entries: readonly Entry[], ask: AskClaim): string[] => {
  const spans = barredIn(entries);
  return acts
    .filter(({ begunAt }) => {
      const saidOver = spans.some(({ from, until }) => begunAt > from && (until === undefined || begunAt < until));
      if (saidOver) return true;
      const then = ask(
        caseId,
        entries.filter(({ fact }) => fact.at <= begunAt),
        begunAt,
      );
      return then !== undefined && isOver(then.end, then.today);
    })
    .map(({ id, kind, begunAt }) => `${id} (${kind}) began at ${begunAt}, after the limitation of ${caseId} was over`);
};

const wordsOf = (end: string | undefined, over: boolean): string =>
  end === undefined ? 'standing still' : `${over ? 'over since' : 'running until'} ${end}`;

/** Each word of the case about its limitation, held against what its facts come to by the law of the place. */
const saidWrongly = (caseId: string, entries: readonly Entry[], ask: AskClaim): string[] =>
  entries.flatMap(({ fact }, nth) => {
    if (fact.type !== 'limitation-noted') return [];
    const then = ask(caseId, entries.slice(0, nth), fact.at);
    if (!then) return [];
    const { end, today, unbacked } = then;
    const said = fact['endsOn'] as string | undefined;
    const [saidOver, over] = [fact['state'] === 'expired', isOver(end, today)];
    const unshown = unbacked.map((each) => `${caseId}: nothing shows the ${each} that let its limitation begin anew`);
    if (said === end.endsOn && saidOver === over) return unshown;
    const words = `the limitation of ${caseId} is said on ${today} to be ${wordsOf(said, saidOver)}`;
    return [...unshown, `${words}; by ${end.rule} (${end.citation}) it is ${wordsOf(end.endsOn, over)}`];
  });

/** An open case whose claim has been over for a day and that has not said so. */
const neverSaid = (evidence: Evidence, caseId: string, entries: readonly Entry[], ask: AskClaim): string[] => {
  const last = entries.findLast(({ fact }) => fact.type === 'limitation-noted')?.fact;
  if (last?.['state'] === 'expired') return [];
  const yesterday = new Date(Date.parse(evidence.now) - 86_400_000).toISOString();
  const then = ask(caseId, entries, yesterday);
  if (!then || !isOver(then.end, then.today)) return [];
  return [`${caseId} does not say that its limitation is over since ${then.end.endsOn}`];
};

type OnePerson = { id: string; proposedBy?: unknown; approvedBy?: unknown };

/** Who sat at the terminal; the name after it is what they said of themselves. */
const seatOf = (actor: string): string => actor.replace(/\/as\/.*$/, '');

const byOne = (caseId: string, { id, proposedBy, approvedBy }: OnePerson): string[] =>
  typeof proposedBy === 'string' && typeof approvedBy === 'string' && seatOf(proposedBy) !== seatOf(approvedBy)
    ? []
    : [`${caseId}: ${id} is written off by ${typeof approvedBy === 'string' ? approvedBy : 'nobody'} alone`];

/** Each write-off of a journal, held against who had proposed that very one. */
const writtenOff = (caseId: string, entries: readonly Entry[]): string[] => {
  const proposed = new Map<string, unknown>();
  return entries.flatMap(({ fact }) => {
    if (fact.type === 'write-off-proposed') {
      const { id, proposedBy } = fact['writeOff'] as OnePerson;
      proposed.set(id, proposedBy);
    }
    if (fact.type !== 'written-off') return [];
    const id = String(fact['writeOffId']);
    return byOne(caseId, { id, proposedBy: proposed.get(id), approvedBy: fact['approvedBy'] });
  });
};

/**
 * Nobody is sued or threatened with suit when the limitation is over, by the case's word or by our reckoning; what a case says of its end is what its
 * facts come to; and no claim is written off by one person.
 */
export const endsNotLawful = (evidence: Evidence): Finding => {
  const ask = claimThen(evidence);
  const legal = groupBy(
    evidence.acts
      .filter((act) => !isSetAside(act) && isLegal(act))
      .flatMap((act) => act.covers.map(({ caseId }) => ({ caseId, act }))),
    ({ caseId }) => caseId,
  );
  const open = new Set(evidence.cases.filter(({ status }) => status !== 'closed').map(({ caseId }) => caseId));
  const ofJournals = [...journalsOf(evidence)].flatMap(([caseId, entries]) => {
    const acts = (legal.get(caseId) ?? []).map(({ act }) => act);
    return [
      ...suedLate(acts, caseId, entries, ask),
      ...saidWrongly(caseId, entries, ask),
      ...(open.has(caseId) ? neverSaid(evidence, caseId, entries, ask) : []),
      ...writtenOff(caseId, entries),
    ];
  });
  const ofCases = evidence.cases.flatMap(({ caseId, writeOff }) =>
    writeOff?.state === 'written-off' ? byOne(caseId, writeOff) : [],
  );
  return finding('ends-not-lawful', [...ofJournals, ...ofCases]);
};

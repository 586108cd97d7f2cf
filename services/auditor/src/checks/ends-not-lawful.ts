import { isSetAside } from '../act-kinds.js';
import type { Entry, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { journalsOf } from '../journals.js';

/** Templates whose words threaten a suit, by their names without the version. */
const threatens = (template: string | undefined): boolean => template?.split('@')[0] === 'lawyers-letter';

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

const suedLate = (evidence: Evidence, caseId: string, spans: readonly Barred[]): string[] =>
  evidence.acts
    .filter((act) => !isSetAside(act) && act.covers.some((cover) => cover.caseId === caseId))
    .filter(({ kind, template, notice }) => kind === 'refer-to-legal' || notice === 'legal' || threatens(template))
    .filter(({ begunAt }) =>
      spans.some(({ from, until }) => begunAt > from && (until === undefined || begunAt < until)),
    )
    .map(({ id, kind, begunAt }) => `${id} (${kind}) began at ${begunAt}, after the limitation of ${caseId} was over`);

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

/** Nobody is sued or threatened with suit once the case has said that its limitation is over, and no claim is written off by one person. */
export const endsNotLawful = (evidence: Evidence): Finding => {
  const ofJournals = [...journalsOf(evidence)].flatMap(([caseId, entries]) => {
    const spans = barredIn(entries);
    return [...(spans.length > 0 ? suedLate(evidence, caseId, spans) : []), ...writtenOff(caseId, entries)];
  });
  const ofCases = evidence.cases.flatMap(({ caseId, writeOff }) =>
    writeOff?.state === 'written-off' ? byOne(caseId, writeOff) : [],
  );
  return finding('ends-not-lawful', [...ofJournals, ...ofCases]);
};

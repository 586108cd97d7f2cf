import { loanStory, scenePerson } from '../scenes/loan-story.js';

/** A person of the crowd with the loans the person owes on; couples share a telephone. */
export type Member = { personId: string; pointId: string; number: string; loans: string[] };

type Crowd = { members: Member[]; events: object[]; persons: Record<string, unknown>[] };

const couples = 5;

/** Persons with two to four loans each, all missed on the same day; every tenth shares the telephone of the one before. */
export function crowdOf(tenant: string, prefix: string, persons: number, dueOn: string, loansEach?: number): Crowd {
  const offset = prefix.charCodeAt(0) * 100;
  const rows = Array.from({ length: persons }, (_, nth) => scenePerson(`${prefix}${nth}`, offset + nth));
  const points = rows.map((row) => row['points'] as { pointId: string; kind: string; value: string }[]);
  const mobiles = points.map((each) => each.find(({ kind }) => kind === 'mobile'));
  for (let couple = 0; couple < Math.min(couples, Math.floor(persons / 10)); couple += 1) {
    const [first, second] = [mobiles[couple * 10], mobiles[couple * 10 + 1]];
    if (first && second) second.value = first.value;
  }
  const members = rows.map((_, nth): Member => {
    const mobile = mobiles[nth];
    const loans = Array.from({ length: loansEach ?? 2 + (nth % 3) }, (_each, loan) => `${prefix}${nth}-${loan + 1}`);
    return { personId: `${prefix}${nth}`, pointId: mobile?.pointId ?? '', number: mobile?.value ?? '', loans };
  });
  const events = members.flatMap(({ personId, loans }) =>
    loans.flatMap((loan) => loanStory(tenant, loan, personId).missed(1, dueOn).events),
  );
  return { members, events, persons: rows };
}

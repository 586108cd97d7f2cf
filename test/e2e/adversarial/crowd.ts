import { instalmentAmount, loanStory, scenePerson } from '../scenes/loan-story.js';

/** What ends all contact with a person, and when servicing tells it: while everybody dials. */
export type Ended = { because: 'paid' | 'person-died' | 'person-insolvent' | 'person-opted-out'; at: string };

/** A person of the crowd with the loans the person owes on; couples share a telephone. */
export type Member = { personId: string; pointId: string; number: string; loans: string[]; ended?: Ended };

type Crowd = { members: Member[]; events: object[]; persons: Record<string, unknown>[] };

const couples = 5;

const endings = ['paid', 'person-died', 'person-insolvent', 'person-opted-out'] as const;

/** Every sixth of the crowd, each at one of these instants. */
const endingOf = (nth: number, endsAt: readonly string[]): Ended | undefined => {
  const because = endings[(nth / 6) % endings.length];
  const at = endsAt[nth % endsAt.length];
  return because && at !== undefined && nth % 6 === 0 ? { because, at } : undefined;
};

type CrowdOf = {
  tenant: string;
  prefix: string;
  persons: number;
  dueOn: string;
  /** Absent: two to four. */
  loansEach?: number;
  /** Instants at which something ends all contact with some; absent: with nobody. */
  endsAt?: readonly string[];
};

/** Persons whose loans were all missed on the same day; every tenth shares the telephone of the one before. */
export function crowdOf({ tenant, prefix, persons, dueOn, loansEach, endsAt = [] }: CrowdOf): Crowd {
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
    const ended = endingOf(nth, endsAt);
    const number = mobile?.value ?? '';
    return { personId: `${prefix}${nth}`, pointId: mobile?.pointId ?? '', number, loans, ...(ended && { ended }) };
  });
  const events = members.flatMap(({ personId, loans, ended }) =>
    loans.flatMap((loan, nth) => {
      const story = loanStory(tenant, loan, personId).missed(1, dueOn);
      if (ended?.because === 'paid') story.paid('all', ended.at.slice(0, 10), instalmentAmount, undefined, ended.at);
      else if (ended && nth === 0) story.happened(ended.because, ended.at);
      return story.events;
    }),
  );
  return { members, events, persons: rows };
}

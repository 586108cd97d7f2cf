import { instalmentAmount, loanStory, scenePerson } from './loan-story.js';

export const startsAt = '2026-01-02T00:00:00.000Z';
export const endsAt = '2026-02-21T00:00:00.000Z';
const firstDue = '2026-01-05';
/** Soon after the first, so that few weeks show what a month would. */
const secondDue = '2026-01-20';

/** 10:00 on the first morning after grace: the first short message is due, to the minute. */
export const firstMessageAt = '2026-01-09T02:00:00.000Z';
/** Midnight in Shanghai, nine days late: the stage of calls begins. */
export const callsBeginAt = '2026-01-12T16:00:00.000Z';
/** A promise for the 18th, a day of grace, two of posting: 22 January at 00:00 in Shanghai. */
export const lastMoment = '2026-01-21T16:00:00.000Z';
export const minuteBefore = '2026-01-21T15:59:00.000Z';
export const minuteAfter = '2026-01-21T16:01:00.000Z';
/** Money tells of itself in the very minute in which the reminder goes out, and in which the next stage begins. */
export const racing = {
  [firstMessageAt]: ['races-message-1', 'races-message-2'],
  [callsBeginAt]: ['races-stage'],
} as const;
export const promising = ['minute-before', 'minute-after', 'turned-back'];

/** What users of other systems complain of, told of loans of ours on one clock. */
export const rivalStories = (tenant: string) => {
  const of = (loan: string, person = `p-${loan}`) => loanStory(tenant, loan, person).missed(1, firstDue);
  const twice = (loan: string) => of(loan).missed(2, secondDue, 2);
  const waived = (component: 'principal' | 'interest', amount: number) => ({
    waiverId: component,
    of: { instalment: 1, component },
    amount,
    waivedOn: '2026-01-14',
  });
  const races = Object.entries(racing).flatMap(([at, loans]) =>
    loans.map((loan) => {
      const story = of(loan).paid('a', at.slice(0, 10), instalmentAmount, at.slice(0, 10), at);
      return { ...story, payment: story.events.at(-1), events: story.events.slice(0, -1) };
    }),
  );
  const stories = [
    of('plain').closed('sold', '2026-02-09T04:00:00.000Z'),
    of('woken').paid('end', '2026-01-25'),
    twice('part').paid('a', '2026-02-08'),
    of('waived')
      .told('waived-1', 'amount-waived', '2026-01-14T04:00:00.000Z', waived('interest', 1_000))
      .told('waived-2', 'amount-waived', '2026-01-14T04:30:00.000Z', waived('principal', 300_000)),
    of('paid-in-the-minute').paid('a', '2026-01-09', instalmentAmount, '2026-01-09', firstMessageAt),
    of('two-a', 'p-two').paid('a', '2026-01-20'),
    of('two-b', 'p-two').paid('end', '2026-02-05'),
    of('held').paid('end', '2026-02-19'),
    twice('pays-one').paid('a', '2026-01-27').paid('end', '2026-02-05'),
    of('almost')
      .paid('a', '2026-01-14', instalmentAmount - 100)
      .paid('end', '2026-02-05', 100),
    twice('back-dated').paid('a', '2026-02-08', instalmentAmount, '2026-01-11'),
    of('reversed').paid('a', '2026-02-08').reversed('a', '2026-02-14'),
    of('own-a', 'p-own'),
    of('own-b', 'p-own').paid('end', '2026-02-05'),
    loanStory(tenant, 'old', 'p-old').missed(1, '2025-08-05', 1, '2026-01-03T00:00:00.000Z'),
    of('minute-before').paid('a', '2026-01-21', instalmentAmount, '2026-01-19', minuteBefore),
    of('minute-after').paid('a', '2026-01-21', instalmentAmount, '2026-01-22', minuteAfter),
    of('turned-back').paid('a', '2026-01-23', instalmentAmount, '2026-01-19', '2026-01-23T03:00:00.000Z'),
  ];
  const all = [...stories, ...races];
  const persons = [...new Set(all.map(({ person }) => person))].map((person, nth) => scenePerson(person, nth));
  return { events: all.flatMap(({ events }) => events), persons, loans: all.map(({ loan }) => loan), races };
};
